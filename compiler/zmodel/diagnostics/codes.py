"""The table of diagnostic codes: one entry per code, in order. Codes are stable; never reuse one.

Each has a page with a wrong and a right example in `grammar/codes`, see `zmodel.diagnostics.explanation`.

Z0xx files, Z1xx language and names, Z2xx terms, Z3xx `require`, Z4xx derivations, Z5xx warnings about the
model, Z6xx scan files, Z7xx exchange with PyR@TE, Z9xx the compiler.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True)
class Code:
    """What is known about a diagnostic before it happens.

    Attributes:
        code: `Z` and three digits.
        severity: only an error makes a file fail.
        title: the mistake in a few words, lower case.
        explanation: one to three sentences for a physicist.
    """

    code: str
    severity: Severity
    title: str
    explanation: str


_TABLE = (
    # ---------------------------------------------------------------- files
    Code(
        "Z001",
        "error",
        "cannot read file",
        "The file does not exist, is a folder, or may not be read by you.",
    ),
    Code(
        "Z002",
        "error",
        "not UTF-8 text",
        "Model files are UTF-8 text. Save the file as UTF-8 in your editor; a file in another encoding, "
        "or one that is no text at all, cannot be read.",
    ),
    Code(
        "Z003",
        "error",
        "file too large",
        "A model file describes one theory and is at most a few hundred lines long. A file beyond the "
        "size limit is taken for a mistake and not read.",
    ),
    Code(
        "Z004",
        "error",
        "internal error",
        "The compiler itself failed: this is a bug in zmodel and not in your model. Please report it, "
        "with the model file.",
    ),
    Code(
        "Z005",
        "error",
        "cannot write output",
        "The output could not be written: the folder may be missing, not yours to write to, or the disk full; or it "
        "holds something that zmodel has not written and that would be lost, such as what the command reads or a "
        "dataset. What stood there before is untouched.",
    ),
    Code(
        "Z006",
        "error",
        "path leaves its folder",
        "`use` reads files only from the library and from the folder of the file that says `use`, and "
        "output goes only into the folder that was asked for. A path that leads out of them is refused.",
    ),
    Code(
        "Z007",
        "error",
        "not enough memory",
        "The memory ran out: that of the machine, or what `ulimit` or a batch system allows. Limits keep what a model "
        "needs within a few gigabytes; ask for lower loop orders, dimensions or bounds, or for less at once.",
    ),
    # ---------------------------------------------------------------- language
    Code(
        "Z101",
        "error",
        "syntax error",
        "The text does not follow the grammar at this place. The message lists what could stand here; "
        "often a bracket or an `=` is missing just before.",
    ),
    Code(
        "Z102",
        "error",
        "unexpected character",
        "This character has no meaning in a model file. Names consist of Latin and Greek letters, digits and `_`.",
    ),
    Code(
        "Z103",
        "error",
        "brackets unbalanced or nested too deeply",
        "A bracket is never closed, is closed without having been opened, or the brackets are nested "
        "deeper than any formula of a model needs.",
    ),
    Code(
        "Z104",
        "error",
        "number, name or expression too large",
        "Numbers are exact, so huge numbers and exponents would need a huge amount of memory, and so would "
        "huge expressions. This one is beyond the limit; the language reference lists the limits.",
    ),
    Code(
        "Z105",
        "error",
        "unfinished string",
        'A text in double quotes must end on the line on which it begins. Add the closing `"`.',
    ),
    # ---------------------------------------------------------------- names and types
    Code(
        "Z110",
        "error",
        "unknown name",
        "Nothing of this name is declared in the file or in the files that it uses. Names are case sensitive.",
    ),
    Code(
        "Z111",
        "error",
        "duplicate name",
        "The names of groups, fields, couplings and parameters are unique in a model, also across the "
        "files that it uses, and so are the unknowns of charges. Rename one of the two, or take the other "
        "away with `use NAME { except ... }`. A scan's columns have names that nothing else has, and what `integrate` "
        "names is either a boson or a field.",
    ),
    Code(
        "Z112",
        "error",
        "reserved word",
        "This word belongs to the language and cannot name a field, group, coupling or parameter.",
    ),
    Code(
        "Z113",
        "error",
        "wrong number of entries",
        "A list of charges has one entry per generation of the field, and a `vev` one entry per component. "
        "Generations are counted from 1.",
    ),
    Code(
        "Z114",
        "error",
        "unknown representation",
        "The group has no representation that is written like this. Representations are named by their "
        "dimension, conjugates with `bar` (3bar), and an Abelian charge is a number.",
    ),
    Code(
        "Z115",
        "error",
        "wrong kind of name",
        "The name is declared, but as something else: for example a field stands where a group is needed.",
    ),
    Code(
        "Z116",
        "error",
        "decimal number where an exact one is needed",
        "Charges and everything derived from them are exact, so they are written as fractions (1/6, not "
        "0.1667). Decimal numbers stand only in `point` blocks.",
    ),
    Code(
        "Z117",
        "error",
        "expression not allowed here",
        "This place takes a simpler expression: a charge is a polynomial in the parameters, `bar` and "
        "`dag` act on one field, a bracket in a term holds no sum. Nothing is divided by zero.",
    ),
    Code(
        "Z118",
        "error",
        "files use each other in a circle",
        "A file cannot use itself, neither directly nor through other files.",
    ),
    Code(
        "Z119",
        "error",
        "used file not found",
        "`use NAME` takes the file NAME.zmodel of the model library; a file of your own is named by its "
        'path in double quotes, relative to the file that uses it: `use "dark_sector.zmodel"`.',
    ),
    Code(
        "Z120",
        "error",
        "statement missing",
        "The model lacks a statement that it needs, such as the line `model NAME` that names it.",
    ),
    Code(
        "Z121",
        "error",
        "statement given twice",
        "This can be said only once in a model, and it is said a second time here.",
    ),
    Code(
        "Z122",
        "error",
        "wrong unit or function",
        "The units are MeV, GeV, TeV and M_Pl, all of energies, so dimensionless couplings have none; the "
        "functions are those that the language reference lists.",
    ),
    Code(
        "Z123",
        "error",
        "not a number",
        "A value in a `point` block, and each number in a scan file, must come out as a finite number, a real one if "
        "the quantity is real: gauge couplings, mixings, vacuum values, couplings of hermitian terms. This one depends "
        "on something that has no value, cannot be computed, is too large for a floating-point number, or would lose "
        "a part.",
    ),
    Code(
        "Z124",
        "error",
        "shapes do not fit",
        "Numbers, lists and matrices are combined only where their sizes match: lists of equal length are "
        "added entry by entry, and a matrix multiplies what has as many entries as the matrix has "
        "columns.",
    ),
    Code(
        "Z125",
        "note",
        "too many diagnostics",
        "The first hundred errors and the first hundred warnings are shown. Correct these first; the others "
        "are often consequences of them.",
    ),
    Code(
        "Z126",
        "error",
        "not a subgroup",
        "What is left of a gauge group is a product of factors that commute. Each has every index once, generators "
        "of U(1)s are traceless on the fundamentals, linearly independent and commute with the SU(n)s.",
    ),
    Code(
        "Z127",
        "error",
        "number that would not be used",
        "Charges forbid this entry of a matrix or a symmetry makes it zero, and still it gets a number; or one "
        "triangle of a symmetric or antisymmetric matrix contradicts the other.",
    ),
    # ---------------------------------------------------------------- terms
    Code(
        "Z201",
        "error",
        "term is not Lorentz invariant",
        "The spinors of the term cannot be contracted to a Lorentz scalar. A mass or Yukawa term joins a "
        "left-handed and a right-handed fermion, one of them with `bar`, or two of the same handedness "
        "without; with a vector field, whose gamma^mu is understood, it is the other way round.",
    ),
    Code(
        "Z202",
        "error",
        "term violates a non-Abelian group",
        "The product of the representations contains no singlet of the named group, so no contraction of "
        "the indices is invariant. Check the representations, and whether a `dag`, `bar` or `tilde` is "
        "missing.",
    ),
    Code(
        "Z203",
        "error",
        "term violates a U(1)",
        "The charges of the fields in the term do not add up to zero. `bar`, `dag` and `tilde` turn the "
        "sign of a charge around.",
    ),
    Code(
        "Z204",
        "error",
        "term has several contractions",
        "The indices of the term can be contracted to an invariant in more than one independent way, and "
        "each has its own coupling. Say which one is meant with `: NAME`, using the names that the "
        "message lists.",
    ),
    Code(
        "Z205",
        "error",
        "term vanishes identically",
        "Exchanging two equal fields changes the sign of the contraction, or the products of a sum cancel each other, "
        "so the term is zero for every value of its coupling.",
    ),
    Code(
        "Z206",
        "error",
        "kept entry does not exist",
        "`keep` names an entry that the matrix of the coupling does not have. Its rows and columns are the "
        "generations of the fields that have more than one.",
    ),
    Code(
        "Z207",
        "error",
        "mass dimension too high",
        "The statement takes renormalisable terms: at most dimension four in the potential, one scalar or vector "
        "beside two fermions in a Yukawa term. Higher operators may stand in `require` lines.",
    ),
    Code(
        "Z208",
        "error",
        "real field misused",
        "A real scalar needs a real representation of every group, and so has no U(1) charge; a complex "
        "representation, charge or vacuum value needs a complex field. Leave out `real`.",
    ),
    Code(
        "Z209",
        "error",
        "couplings of the same term",
        "Several couplings multiply the same product of fields, or one that is a sum of those of others, so "
        "that no result could tell them apart. Keep one of them.",
    ),
    # ---------------------------------------------------------------- require
    Code(
        "Z301",
        "error",
        "anomaly not cancelled",
        "The file asks for an anomaly-free theory, but the triangle diagrams of the named gauge currents, "
        "or of one current and gravity, do not add up to zero over the fermions.",
    ),
    Code(
        "Z302",
        "error",
        "required entry is forbidden",
        "`require allowed` asks for an entry of a coupling that the charges forbid. With symbolic charges "
        "the entry must be allowed for all values of the parameters.",
    ),
    Code(
        "Z303",
        "error",
        "forbidden term is allowed",
        "`require forbidden` names a term that is invariant under all groups of the model, so nothing "
        "keeps it from being there or from being generated.",
    ),
    Code(
        "Z304",
        "error",
        "global SU(2) anomaly",
        "An SU(2) gauge theory with an odd number of left-handed doublets (more generally, an odd Dynkin "
        "index in total) has no consistent path integral: Witten's global anomaly. Add or remove a "
        "doublet.",
    ),
    Code(
        "Z305",
        "note",
        "requirement is a condition on unknown charges",
        "Whether the line holds depends on charges that are still unknown, so it is kept as an equation (what is "
        "required) or an inequality (what is forbidden) for them.",
    ),
    # ---------------------------------------------------------------- derivations
    Code(
        "Z401",
        "error",
        "nothing to derive",
        "The model lacks what this result is about: for example the masses of the gauge bosons need a "
        "scalar with a `vev`.",
    ),
    Code(
        "Z402",
        "error",
        "cannot integrate out",
        "The field cannot be removed at tree level: it has no mass, is light or a boson of an SU(n), has generations "
        "that are several multiplets, couples in a way that is not known here, or what remains would not be the "
        "Standard Model effective theory.",
    ),
    Code(
        "Z403",
        "error",
        "vacuum breaks colour or electromagnetism",
        "The declared vacuum values give a mass to the gluons or leave no massless photon. Check which "
        "component carries the `vev`: it must be colourless and electrically neutral.",
    ),
    Code(
        "Z404",
        "error",
        "a number is missing",
        "Emitted code computes with couplings, parameters and roots. A formula of this model holds something that it "
        "has no number for, such as a power that is neither whole nor a square root.",
    ),
    Code(
        "Z405",
        "error",
        "running generates a missing coupling",
        "The symmetries of the model allow this term, and the declared couplings generate it at the named loop "
        "order, so the beta functions do not close without a coupling of its own. Add the line that the message "
        "suggests; a symmetry that forbids the term would do as well.",
    ),
    Code(
        "Z406",
        "error",
        "massive vector has no beta functions",
        "The beta functions are those of renormalisable theories, in which every vector is a gauge boson. Leave the "
        "vector field out, or declare the larger gauge group that it comes from.",
    ),
    Code(
        "Z407",
        "error",
        "too many operators",
        "The fields form more products up to this dimension than zmodel looks at, or products of representations that "
        "are too large. Ask for a lower dimension, or leave fields out.",
    ),
    Code(
        "Z408",
        "error",
        "no range or group to search",
        "`zmodel atlas` looks for the charges of one U(1) between -N and N. N is given by `--max-charge N` or by a "
        "line `search X in -N..N` of the file, and the U(1) is the one with unknown charges `?`, or that of `--group`.",
    ),
    Code(
        "Z409",
        "error",
        "charges cannot be searched",
        "The search takes charges that are linear in unknowns and no parameters, its equations must not be too long, "
        "and its numbers must fit 64 bits and the memory. Ask for a smaller bound, give parameters a value with "
        "`--point`, or fix some of the charges.",
    ),
    Code(
        "Z410",
        "error",
        "no C compiler",
        "The search is compiled when it is first used, which takes a C compiler such as gcc or clang. Install one, or "
        "name one in the environment variable CC.",
    ),
    Code(
        "Z411",
        "error",
        "not a dataset of this search",
        "`zmodel atlas` goes on with a dataset only if it is of the same search, of the same version of zmodel and "
        "undamaged, and it writes into no folder that holds anything else. What is there is left untouched: choose "
        "another folder, or remove it yourself.",
    ),
    Code(
        "Z412",
        "error",
        "query failed",
        "The query is no SQL that DuckDB takes, names a column that the dataset does not have, or asks for files or "
        "settings. It can read the view `solutions` and nothing else.",
    ),
    Code(
        "Z413",
        "error",
        "solution cannot be written",
        "`zmodel solve -o` writes a family without open equations, or an integer solution of the list, in place of the "
        "unknowns of the file. There is none of this number, or unknowns stand in a file that this one uses.",
    ),
    Code(
        "Z414",
        "error",
        "new file in another folder",
        "The model file uses files of its own folder by their paths, so a file that is written elsewhere would not "
        "find them. Write it beside the old one.",
    ),
    Code(
        "Z415",
        "error",
        "no numbers for other programs",
        "The file integrates nothing out, or leaves a light boson or light right-handed neutrinos, for which SMEFT has "
        "no coefficients; or the point lacks a number, or gives one that makes no sense. Nothing is written rather "
        "than something that other programs would misread.",
    ),
    Code(
        "Z416",
        "error",
        "extra not installed",
        "wilson, flavio and smelli are no dependencies of zmodel. They come with its extra `flavour`: "
        "`pip install zmodel[flavour]`.",
    ),
    Code(
        "Z417",
        "error",
        "another program gives up",
        "flavio or smelli does not know what it is asked for, or it failed on the coefficients. smelli fails where no "
        "CKM matrix fits the data, which means that effects on flavour are far too large.",
    ),
    Code(
        "Z430",
        "error",
        "the point does not say where to start",
        "Running needs a scale to start from, a number for every gauge coupling and for every parameter that beta "
        "functions depend on, and positive scales at which fields are integrated out.",
    ),
    Code(
        "Z431",
        "error",
        "not a dataset of this scan",
        "`zmodel scan` goes on with a dataset only if model, scan file and version of zmodel are the same and what is "
        "there is undamaged, and it writes into no folder that holds anything else. What is there is left untouched: "
        "choose another folder, or remove it yourself.",
    ),
    Code(
        "Z432",
        "error",
        "cluster cannot be used",
        "`--cluster` takes the address of the scheduler of a Dask cluster that is running and has workers with this "
        "version of zmodel, and needs the extra `cluster`: pip install zmodel[cluster].",
    ),
    Code(
        "Z433",
        "error",
        "stability is not known",
        "The scan asks whether the vacuum is stable, but the compiler knows no conditions that are necessary and "
        "sufficient for a potential of this model that is bounded from below.",
    ),
    Code(
        "Z434",
        "error",
        "figure cannot be drawn",
        "`zmodel plot` draws complete datasets of `zmodel scan` and Parquet files of `zmodel run`; `--x` and `--y` are "
        "names of what a scan varies, `--contours` one of its columns with numbers, over a grid. All need the extra "
        "`plot`: pip install zmodel[plot].",
    ),
    # ---------------------------------------------------------------- warnings
    Code(
        "Z501",
        "warning",
        "declared but not used",
        "The parameter or `let` is declared, but no expression mentions it. It may be a leftover, or "
        "misspelt where it was meant.",
    ),
    Code(
        "Z502",
        "warning",
        "unknown charge is unconstrained",
        "No anomaly equation and no `require` line depends on this unknown charge, so it may have any "
        "value; or it is that of a boson, has no bound, and is left open by what depends on it. It is reported as "
        "free and not searched over.",
    ),
    Code(
        "Z503",
        "warning",
        "anomaly present",
        "The model is anomalous, but the file does not say `require anomaly_free`. That is fine for an "
        "effective theory whose anomalies are cancelled by heavy fields, and a mistake otherwise.",
    ),
    Code(
        "Z504",
        "warning",
        "no entry is allowed identically",
        "The charges are symbolic and no entry of this coupling is allowed for all of their values, though "
        "some values allow one. The coupling is left out of what is derived until the charges are fixed.",
    ),
    Code(
        "Z505",
        "warning",
        "generated term is left out",
        "The running generates this term, but the file has no coupling for it, so it is taken to be zero at all "
        "scales: a mass, a trilinear, a tadpole, or the quartics of a scalar for which the file declares none. That "
        "is an approximation.",
    ),
    Code(
        "Z506",
        "warning",
        "generated entries are not kept",
        "`keep` runs some entries of a matrix, and the running generates others from them. These are taken to be "
        "zero at all scales, which is an approximation.",
    ),
    Code(
        "Z507",
        "warning",
        "kinetic mixing is left out",
        "The running mixes the field strengths of two U(1)s, but the file declares no mixing of them, so it is "
        "taken to be zero at all scales. Add a `mixing` statement to have it run.",
    ),
    Code(
        "Z508",
        "warning",
        "leptoquark and diquark couplings of one field",
        "The symmetries allow this field to couple to a quark and a lepton as well as to two quarks. Its exchange then "
        "violates baryon number, and the proton decays at tree level unless the couplings are tiny. The warning does "
        "not depend on which of these couplings the file declares.",
    ),
    Code(
        "Z509",
        "warning",
        "potential is not complete",
        "The gauge and the declared global symmetries allow terms of the scalar potential for which the file has no "
        "coupling. `zmodel potential` lists all of them; an approximation or a symmetry that the file does not "
        "declare may be the reason.",
    ),
    Code(
        "Z510",
        "warning",
        "searched without a C compiler",
        "There is no C compiler, it fails, or what it makes cannot be kept; the note says which. So the charges were "
        "counted in Python: the same numbers, but slowly, and only up to "
        "small bounds.",
    ),
    Code(
        "Z511",
        "warning",
        "right-handed neutrino is left out",
        "What is integrated out couples to a right-handed neutrino without a mass term of its own, while other "
        "generations have one. SMEFT has no coefficients with it; they are right if it is heavy by other means.",
    ),
    Code(
        "Z512",
        "warning",
        "couplings are taken to be zero",
        "The point has no value for some Yukawa or quartic couplings or for kinetic mixing. They start from zero; what "
        "the running generates is there.",
    ),
    Code(
        "Z513",
        "warning",
        "exchange at a threshold is left out",
        "The exchange of a heavy scalar, and its vacuum value, shift couplings of the potential where it is integrated "
        "out on the way. That is done at tree level, as far as the theory below has couplings for it; tadpoles, mass "
        "terms that mix a heavy field with a light one, vacuum values without a number, and masses that fermions have "
        "from vacuum values are left out. Shift or rotate the fields, or declare what is generated.",
    ),
    Code(
        "Z514",
        "warning",
        "scan is about another file",
        "The scan file says which model file it is about, and this is another one. It is used all the same.",
    ),
    Code(
        "Z515",
        "warning",
        "integrated without a C compiler",
        "There is no C compiler, it fails, or what it makes cannot be kept; the note says which. So SciPy integrates "
        "the emitted Python, one point after the other: the same numbers, but thousands of times more slowly.",
    ),
    Code(
        "Z516",
        "warning",
        "two masses of one boson",
        "The point has a number for the declared mass of a boson, and numbers for couplings and vacuum values that "
        "give it another one. Some results use the one and some the other: make them agree, or leave one out.",
    ),
    Code(
        "Z521",
        "warning",
        "left out of the import",
        "This item of a PyR@TE file has no counterpart in ours, or none that is known to be equal. It stands there as "
        "a comment.",
    ),
    Code(
        "Z522",
        "warning",
        "normalisation differs after the import",
        "The file that is written has another normalisation or phase of this coupling than the PyR@TE file: by a root, "
        "an i, or a GUT normalisation. The message tells how the two are related.",
    ),
    Code(
        "Z523",
        "warning",
        "chirality is a guess",
        "PyR@TE's fermions have no chirality of their own: it follows from the terms up to a choice for each set of "
        "fermions that terms connect. Names and LaTeX names that end in L or R decide it; without any the first field "
        "is left-handed. Beta functions do not depend on it, but anomalies do.",
    ),
    Code(
        "Z524",
        "warning",
        "PyR@TE cannot express this",
        "The PyR@TE model file leaves this out, or has it in another form.",
    ),
    # ---------------------------------------------------------------- scan files
    Code(
        "Z601",
        "error",
        "not a TOML file",
        "A scan file is TOML: `key = value` lines in tables such as `[vary]`, with texts in quotes and each key once.",
    ),
    Code(
        "Z602",
        "error",
        "unknown key",
        "Scan files have no such key here, or nothing would use it, as `rtol` where nothing runs. Names of your own "
        "stand in `[columns]` and `[classes]`, and couplings and parameters in `[set]` and `[vary]`.",
    ),
    Code(
        "Z603",
        "error",
        "wrong kind of value",
        "The value of this key is of another kind: a number, a text in quotes, a list or a table.",
    ),
    Code(
        "Z604",
        "error",
        "scan is not complete",
        "The scan file leaves open what is needed: a range and a number of steps for all that varies, unless numbers "
        "are drawn, and a scale at which the running starts.",
    ),
    Code(
        "Z605",
        "error",
        "value out of range",
        "The value is of the right kind, but too small, too large, in the wrong order, or not among the possible ones. "
        "A scan runs in one theory: nothing may be integrated out between its ends, nor at a scale that varies.",
    ),
    Code(
        "Z606",
        "error",
        "there is nothing of this name here",
        "A column is computed from numbers at the start of each point; a class may also ask how trajectories end, if "
        "the scan file says where they go. What is named here has no value then.",
    ),
    # ---------------------------------------------------------------- exchange with PyR@TE
    Code(
        "Z701",
        "error",
        "not a PyR@TE model file",
        "`zmodel import` reads model files of PyR@TE 3: YAML with sections such as Groups, Fermions and Potential, "
        "each key once, without anchors, aliases and tags.",
    ),
    Code(
        "Z702",
        "error",
        "mistake in a PyR@TE model file",
        "A group, a particle or a term of the file is incomplete, unknown, declared twice or of the wrong kind.",
    ),
    Code(
        "Z703",
        "error",
        "formula cannot be read",
        "Formulas are products and sums of fields with indices, exact numbers, `Eps`, `kd` and what Definitions "
        "define; each index stands once or twice, and what is contracted is of one kind.",
    ),
    Code(
        "Z704",
        "error",
        "not a theory for PyR@TE",
        "PyR@TE model files need a gauge group and charges that are numbers, and have no massive vector fields. "
        "`--point` puts in charges.",
    ),
    # ---------------------------------------------------------------- the compiler
    Code(
        "Z901",
        "error",
        "not available yet",
        "The language allows this, but this version of zmodel does not do it yet. Nothing is written "
        "rather than something incomplete.",
    ),
)


def _by_code(table: Iterable[Code]) -> Mapping[str, Code]:
    codes: dict[str, Code] = {}
    for entry in table:
        if entry.code in codes:
            raise ValueError(f"diagnostic code {entry.code} stands twice in the table")
        codes[entry.code] = entry
    return MappingProxyType(codes)


CODES: Mapping[str, Code] = _by_code(_TABLE)
