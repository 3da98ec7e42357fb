;;; support.el --- What both Emacs tests need  -*- lexical-binding: t; -*-
(require 'package)
(package-initialize)
(defvar test-doc (getenv "DOC"))
(defun say (format-string &rest values) (princ (concat (apply #'format format-string values) "\n")))
(defun die (format-string &rest values)
  (princ (concat "FAIL " (apply #'format format-string values) "\n"))
  (kill-emacs 1))
(defun expect (what got wanted) (unless (equal got wanted) (die "%s: %S, not %S" what got wanted)))
;; Batch mode has no idle timers: let the processes speak until CONDITION holds.
(defmacro wait-for (what condition)
  `(let ((end (+ (float-time) 10)) found)
     (while (and (not (setq found ,condition)) (< (float-time) end)) (accept-process-output nil 0.02))
     (unless found (die "waited in vain for %s" ,what))
     found))
(defun third-line ()
  (save-excursion
    (goto-char (point-min))
    (forward-line 2)
    (buffer-substring-no-properties (line-beginning-position) (line-end-position))))
(add-to-list 'auto-mode-alist '("\\.md\\'" . text-mode))
(provide 'support)
;;; support.el ends here
