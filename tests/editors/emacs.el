;;; What a writer does in Emacs with Eglot, step by step; what it showed is written as JSON to the file named by $REPORT.  -*- lexical-binding: t; -*-

(require 'factlint)
(require 'flymake)
(require 'json)

(defvar patience 60)
(defvar report nil)

(defun await (what is-so)
  "Return once IS-SO; signal an error that names WHAT where that does not come."
  (let ((end (+ (float-time) patience)))
    (while (not (funcall is-so))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.02))))

(defun note (key value) (push (cons key value) report))

(defun findings ()
  (mapcar (lambda (each)
            (list (cons 'text (buffer-substring-no-properties (flymake-diagnostic-beg each)
                                                              (flymake-diagnostic-end each)))
                  (cons 'message (flymake-diagnostic-text each))))
          (sort (flymake-diagnostics)
                (lambda (one other) (< (flymake-diagnostic-beg one) (flymake-diagnostic-beg other))))))

(defun expect-findings (number)
  (await (format "%d findings" number) (lambda () (= number (length (flymake-diagnostics))))))

(defun is-started-for (file)
  "Open FILE as text, as one who has read the page does it; t if factlint is started."
  (add-hook 'text-mode-hook #'factlint-ensure)
  (find-file file)
  (text-mode)
  ;; Eglot starts a server behind the command that has opened the file.
  (run-hooks 'post-command-hook)
  (if (eglot-current-server) t :false))

(defun warnings ()
  "What the compiler has to say about factlint.el."
  (let ((byte-compile-dest-file-function (lambda (_) (make-temp-file "factlint" nil ".elc"))))
    (byte-compile-file (locate-library "factlint.el"))
    (if (get-buffer "*Compile-Log*")
        (with-current-buffer "*Compile-Log*" (string-join (seq-filter (lambda (line) (string-search "Warning" line))
                                                                      (split-string (buffer-string) "\n")) "\n"))
      "")))

(defun walk ()
  (setq make-backup-files nil create-lockfiles nil
        eglot-confirm-server-edits nil eglot-autoshutdown t
        eglot-send-changes-idle-time 0 flymake-no-changes-timeout 0.05 eglot-sync-connect 30)
  (note 'warnings (warnings))
  (note 'is_started_elsewhere (is-started-for (getenv "ELSEWHERE")))
  (note 'is_started (is-started-for (getenv "DRAFT")))
  (flymake-mode 1)
  (expect-findings 2)
  (note 'at_first (vconcat (findings)))
  (goto-char (point-min))
  (insert "日本 \U0001F600 President Anne Larssen spoke. ")
  (eglot--signal-textDocument/didChange)
  (expect-findings 3)
  (note 'after_typing (vconcat (findings)))
  (goto-char (point-min))
  (search-forward "Larss")
  (let* ((actions (eglot-code-actions (point) (point) "quickfix" nil))
         (replacing (seq-find (lambda (each) (string-prefix-p "Replace" (plist-get each :title))) actions)))
    (note 'title (plist-get replacing :title))
    (eglot-execute (eglot-current-server) replacing))
  (eglot--signal-textDocument/didChange)
  (expect-findings 2)
  (note 'text (buffer-substring-no-properties (point-min) (point-max)))
  (goto-char (point-min))
  (search-forward "Larssen")
  (xref-find-definitions (thing-at-point 'symbol t))
  (set-buffer (window-buffer (selected-window)))
  (when (derived-mode-p 'xref--xref-buffer-mode)
    (xref-next-line)
    (xref-goto-xref)
    (set-buffer (window-buffer (selected-window))))
  (note 'definition (list (cons 'file (or (buffer-file-name) (buffer-name))) (cons 'line (thing-at-point 'line t))))
  (set-buffer-modified-p nil)
  (eglot-shutdown-all)
  (note 'is_ended t))

(condition-case trouble
    (walk)
  (error (note 'trouble (format "%S\n%s" trouble (with-current-buffer "*Messages*" (buffer-string))))))
(let ((coding-system-for-write 'utf-8))
  (write-region (json-serialize report) nil (getenv "REPORT")))
(kill-emacs (if (assq 'trouble report) 1 0))
