;;; factlint.el --- Check drafts against their sources, with Eglot  -*- lexical-binding: t; -*-

;; Version: 0.1.0
;; Package-Requires: ((emacs "29.1"))
;; Keywords: wp, convenience
;; SPDX-License-Identifier: MIT

;;; Commentary:

;; Put (require 'factlint) into your init file, with this file's folder on
;; the load-path.  `M-x eglot' in a draft then starts factlint; with
;; (add-hook 'text-mode-hook #'factlint-ensure) it starts by itself in text
;; beside or below something named factlint.toml or seeds.  Findings are
;; Flymake's, `M-x eglot-code-actions' offers the fixes, `M-.' opens the
;; source.

;;; Code:

(require 'eglot)

(defgroup factlint nil
  "Check drafts against their sources."
  :group 'text)

(defcustom factlint-command '("factlint" "lsp")
  "The command that starts the language server."
  :type '(repeat string))

(defconst factlint-modes
  '(text-mode markdown-mode markdown-ts-mode html-mode mhtml-mode rst-mode
    latex-mode LaTeX-mode tex-mode adoc-mode org-mode
    typst-ts-mode typst-mode git-commit-mode)
  "Modes of drafts.")

(defun factlint--contact (&rest _)
  "The command that starts the language server, as Eglot asks for it."
  factlint-command)

(add-to-list 'eglot-server-programs (cons factlint-modes #'factlint--contact))

;;;###autoload
(defun factlint-ensure ()
  "Start factlint where the draft has sources beside or above it."
  (when (and buffer-file-name
             (or (locate-dominating-file buffer-file-name "factlint.toml")
                 (locate-dominating-file buffer-file-name "seeds")))
    (eglot-ensure)))

(provide 'factlint)
;;; factlint.el ends here
