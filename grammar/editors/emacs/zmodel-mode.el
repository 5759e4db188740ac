;;; zmodel-mode.el --- Model files of particle physics  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "27.1"))
;; Keywords: languages

;;; Commentary:

;; Colours, comments and `zmodel lsp` through eglot.
;; Written by zmodel from its grammar: pytest tests/unit/editors/test_files.py --update-golden

;;; Code:

(defconst zmodel-mode-font-lock-keywords
  '(("\\(?:^\\|;\\)[ \t\f]*\\(gauge\\|global\\)[ \t]+\\([A-Za-z_Ͱ-Ͽµ][A-Za-z0-9_Ͱ-Ͽµ]*\\)[ \t]*=[ \t]*\\_<\\(U\\|SU\\)\\_>"
     (1 font-lock-keyword-face) (2 font-lock-function-name-face) (3 font-lock-type-face))
    ("\\(?:^\\|;\\)[ \t\f]*\\(mixing\\)[ \t]+\\_<\\(eta\\|epsilon\\|epsilon_plus\\|dark_epsilon\\|triangular\\)\\_>"
     (1 font-lock-keyword-face) (2 font-lock-type-face))
    ("\\(?:^\\|;\\)[ \t\f]*param\\_>[^;#\n]*:[ \t]*\\_<\\(rational\\|integer\\|real\\|angle\\|complex\\)\\_>" 1 font-lock-type-face)
    ("\\(?:^\\|;\\)[ \t\f]*\\(require\\)\\_>"
     (1 font-lock-keyword-face)
     ("\\_<\\(?:diquark\\|leptoquark\\|proton_decay\\)\\_>"
      (save-excursion (skip-chars-forward "^;#\n") (point)) nil (0 font-lock-constant-face)))
    ("\\(?:^\\|;\\)[ \t\f]*\\_<\\(model\\|gauge\\|global\\|fermion\\|scalar\\|vector\\|yukawa\\|mass\\|param\\|let\\|point\\|breaking\\)\\_>[ \t]+\\([A-Za-z_Ͱ-Ͽµ][A-Za-z0-9_Ͱ-Ͽµ]*\\)"
     (1 font-lock-keyword-face) (2 font-lock-function-name-face))
    ("\\_<\\(?:after\\|all\\|allowed\\|anomaly_free\\|as\\|at\\|boson\\|column\\|coupling\\|diag\\|diagonal\\|entry\\|except\\|forbidden\\|in\\|keep\\|left\\|only\\|order\\|real\\|right\\|row\\|vev\\|model\\|use\\|gauge\\|global\\|mixing\\|fermion\\|scalar\\|vector\\|yukawa\\|mass\\|potential\\|charges\\|param\\|let\\|require\\|point\\|rotation\\|small\\|integrate\\|search\\|breaking\\|and\\|not\\|or\\)\\_>" 0 font-lock-keyword-face)
    ("\\_<\\(?:bar\\|cc\\|dag\\|tilde\\|tr\\|abs\\|alpha\\|sqrt\\|sin\\|cos\\|tan\\|asin\\|acos\\|atan\\|exp\\|log\\|conj\\)\\_>" 0 font-lock-builtin-face)
    ("\\_<\\(?:pi\\|i\\|CKM\\|PMNS\\|MeV\\|GeV\\|TeV\\|M_Pl\\)\\_>" 0 font-lock-constant-face)
    ("[?]\\(?:[A-Za-z_Ͱ-Ͽµ][A-Za-z0-9_Ͱ-Ͽµ]*\\)?" 0 font-lock-variable-name-face))
  "What `zmodel-mode' colours.")

(defvar zmodel-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?\" "\"" table)
    (mapc (lambda (sign) (modify-syntax-entry sign "." table)) "-+−*/·^=†<>!:.\\")
    (modify-syntax-entry ?_ "_" table)
    table))

;;;###autoload
(define-derived-mode zmodel-mode prog-mode "zmodel"
  "Edits model files of particle physics."
  (setq-local comment-start "# "
              comment-start-skip "#+[ \t]*"
              font-lock-defaults '(zmodel-mode-font-lock-keywords)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.zmodel\\'" . zmodel-mode))

(defvar eglot-server-programs)
(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(zmodel-mode "zmodel" "lsp")))

(provide 'zmodel-mode)
;;; zmodel-mode.el ends here
