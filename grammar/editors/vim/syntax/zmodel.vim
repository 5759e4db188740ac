" Vim syntax file
" Language: zmodel, model files of particle physics
" Written by zmodel from its grammar: pytest tests/unit/editors/test_files.py --update-golden

if exists('b:current_syntax')
  finish
endif

syntax case match
syntax iskeyword @,48-57,_

" Of two matches that begin at one place the one below wins.
syntax match zmodelName /[A-Za-z_\u0370-\u03ff\u00b5][0-9A-Za-z_\u0370-\u03ff\u00b5]*/
syntax match zmodelKeyword /\<\%(after\|all\|allowed\|anomaly_free\|as\|at\|boson\|column\|coupling\|diag\|diagonal\|entry\|except\|forbidden\|in\|keep\|left\|only\|order\|real\|right\|row\|vev\|model\|use\|gauge\|global\|mixing\|fermion\|scalar\|vector\|yukawa\|mass\|potential\|charges\|param\|let\|require\|point\|rotation\|small\|integrate\|search\|breaking\)\>/
syntax keyword zmodelOperator bar cc dag tilde tr
syntax keyword zmodelConnective and not or
syntax keyword zmodelFunction abs alpha sqrt sin cos tan asin acos atan exp log conj
syntax keyword zmodelConstant pi i CKM PMNS
syntax keyword zmodelUnit MeV GeV TeV M_Pl

syntax match zmodelSign /[-+−*\/·\^=†<>!]/
syntax match zmodelNumber /\<\d\+\>/
syntax match zmodelNumber /\<\d\+\.\d\+\%([eE][-+]\=\d\+\)\=\>/
syntax match zmodelNumber /\.\@<!\.\d\+\%([eE][-+]\=\d\+\)\=\>/
syntax match zmodelNumber /\<\d\+[eE][-+]\=\d\+\>/
syntax match zmodelRepresentation /\<\d\+bar\>/
syntax match zmodelUnknown /?\%([A-Za-z_\u0370-\u03ff\u00b5][0-9A-Za-z_\u0370-\u03ff\u00b5]*\)\=/

syntax match zmodelPredicate /\%(\%(^\|;\)\s*require\>[^;#]*\)\@<=\<\%(diquark\|leptoquark\|proton_decay\)\>/
syntax match zmodelType /\%(\%(^\|;\)\s*param\>[^;#]*:\s*\)\@<=\<\%(rational\|integer\|real\|angle\|complex\)\>/
syntax match zmodelForm /\<\%(eta\|epsilon\|epsilon_plus\|dark_epsilon\|triangular\)\>/ contained
syntax match zmodelFamily /\<\%(U\|SU\)\>/ contained
syntax match zmodelEqual /=/ contained nextgroup=zmodelFamily skipwhite
syntax match zmodelDeclared /[A-Za-z_\u0370-\u03ff\u00b5][0-9A-Za-z_\u0370-\u03ff\u00b5]*/ contained
syntax match zmodelGroup /[A-Za-z_\u0370-\u03ff\u00b5][0-9A-Za-z_\u0370-\u03ff\u00b5]*/ contained nextgroup=zmodelEqual skipwhite

syntax match zmodelStatement /\%(\%(^\|;\)\s*\)\@<=\<\%(model\|use\|gauge\|global\|mixing\|fermion\|scalar\|vector\|yukawa\|mass\|potential\|charges\|param\|let\|require\|point\|rotation\|small\|integrate\|search\|breaking\)\>/
syntax match zmodelStatement /\%(\%(^\|;\)\s*\)\@<=\<\%(model\|gauge\|global\|fermion\|scalar\|vector\|yukawa\|mass\|param\|let\|point\|breaking\)\>/ nextgroup=zmodelDeclared skipwhite
syntax match zmodelStatement /\%(\%(^\|;\)\s*\)\@<=\<\%(gauge\|global\)\>/ nextgroup=zmodelGroup skipwhite
syntax match zmodelStatement /\%(\%(^\|;\)\s*\)\@<=\<mixing\>/ nextgroup=zmodelForm skipwhite

syntax match zmodelString /"[^"]*"/
syntax match zmodelComment /#.*/ contains=@Spell

highlight default link zmodelStatement Statement
highlight default link zmodelKeyword Keyword
highlight default link zmodelOperator Special
highlight default link zmodelConnective Operator
highlight default link zmodelFunction Function
highlight default link zmodelConstant Constant
highlight default link zmodelUnit Constant
highlight default link zmodelSign Operator
highlight default link zmodelEqual Operator
highlight default link zmodelNumber Number
highlight default link zmodelRepresentation Number
highlight default link zmodelUnknown Identifier
highlight default link zmodelPredicate Constant
highlight default link zmodelType Type
highlight default link zmodelForm Type
highlight default link zmodelFamily Type
highlight default link zmodelDeclared Structure
highlight default link zmodelGroup Structure
highlight default link zmodelString String
highlight default link zmodelComment Comment

let b:current_syntax = 'zmodel'
