;;; personfirst.el --- Person-first language by eglot or lsp-mode  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: MIT
;; Package-Requires: ((emacs "27.1"))

;;; Commentary:

;; Tells eglot and lsp-mode how to start personfirst-lsp.  Load this file, then call `eglot' or `lsp' in a buffer of text;
;; flymake underlines what the server finds.

;;; Code:

(defgroup personfirst nil
  "Person-first language about substance use."
  :group 'text)

(defcustom personfirst-command '("personfirst-lsp" "--stdio")
  "The server and its arguments."
  :type '(repeat string))

(defcustom personfirst-modes
  '((markdown-mode . "markdown")
    (gfm-mode . "markdown")
    (text-mode . "plaintext")
    (html-mode . "html")
    (mhtml-mode . "html")
    (rst-mode . "restructuredtext")
    (adoc-mode . "asciidoc")
    (latex-mode . "latex"))
  "Modes that the server is for, and what it calls their language."
  :type '(alist :key-type symbol :value-type string))

(defvar eglot-server-programs)
(defvar lsp-language-id-configuration)
(declare-function lsp-register-client "ext:lsp-mode")
(declare-function make-lsp-client "ext:lsp-mode")
(declare-function lsp-stdio-connection "ext:lsp-mode")

(with-eval-after-load 'eglot
  (dolist (entry personfirst-modes)
    (add-to-list 'eglot-server-programs
                 (cons (list (list (car entry) :language-id (cdr entry)))
                       (lambda (&optional _interactive) personfirst-command)))))

(with-eval-after-load 'lsp-mode
  (dolist (entry personfirst-modes)
    (add-to-list 'lsp-language-id-configuration entry))
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection (lambda () personfirst-command))
                    :major-modes (mapcar #'car personfirst-modes)
                    :add-on? t
                    :server-id 'personfirst)))

(provide 'personfirst)
;;; personfirst.el ends here
