;;; lsp_mode_test.el --- lsp-mode and personfirst-lsp  -*- lexical-binding: t; -*-
(load (expand-file-name "support.el" (file-name-directory load-file-name)) nil t)
(setq lsp-session-file (expand-file-name "lsp-session" (getenv "HOME")) lsp-keymap-prefix "C-c l"
      lsp-headerline-breadcrumb-enable nil lsp-enable-file-watchers nil lsp-diagnostics-provider :flymake
      lsp-auto-guess-root nil lsp-enable-suggest-server-download nil lsp-enable-snippet nil
      lsp-modeline-workspace-status-enable nil lsp-modeline-code-actions-enable nil lsp-modeline-diagnostics-enable nil)
(require 'lsp-mode)
(require 'lsp-diagnostics)
(require 'flymake)
(load (expand-file-name "emacs/personfirst.el" (getenv "EDITORS")) nil t)
(condition-case problem
    (with-current-buffer (find-file-noselect test-doc)
      (set-window-buffer (selected-window) (current-buffer))
      (lsp-workspace-folders-add (file-name-directory test-doc))
      (lsp)
      (let* ((path (lsp--fix-path-casing test-doc))
             (all (wait-for "a diagnostic" (gethash path (lsp-diagnostics t))))
             (region (lsp--range-to-region (lsp:diagnostic-range (car all)))))
        (expect "the number of diagnostics" (length all) 1)
        (expect "the underlined text" (buffer-substring-no-properties (car region) (cdr region)) "addict")
        (wait-for "flymake" (progn (flymake-start) (flymake-diagnostics)))
        (say "lsp-mode diagnostic: %s" (lsp:diagnostic-message (car all)))
        (goto-char (car region))
        (let ((actions (append (lsp-code-actions-at-point) nil)))
          (say "lsp-mode menu: %S" (mapcar #'lsp:code-action-title actions))
          (lsp-execute-code-action (car actions)))
        (wait-for "the changed text" (equal (third-line) (getenv "FIXED")))
        (wait-for "the diagnostic to go" (null (gethash path (lsp-diagnostics t)))))
      (save-buffer)
      (lsp-workspace-shutdown (car (lsp-workspaces)))
      (say "PASS Emacs %s with lsp-mode" emacs-version))
  (error (die "%S" problem)))
;;; lsp_mode_test.el ends here
