;;; gouji-flymake.el --- Check annual reports with gouji -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "27.1"))

;;; Commentary:

;; Findings of gouji as Flymake diagnostics, of the unsaved text of the buffer.
;;
;;     (require 'gouji-flymake)
;;     (add-hook 'text-mode-hook #'gouji-flymake-setup)

;;; Code:

(require 'cl-lib)
(require 'flymake)
(require 'json)

(defgroup gouji nil "Checking annual reports." :group 'tools)
(defcustom gouji-program "gouji" "The gouji program." :type 'string :group 'gouji)
(defcustom gouji-language "zh" "Language of the findings: zh or en." :type 'string :group 'gouji)

(defvar-local gouji--process nil)
(defvar-local gouji--fixes nil "Fixes of the last check: (BEGIN END EDITS), EDITS of (BEGIN END TEXT).")

(defun gouji--position (line column)
  "The position at LINE and COLUMN, as SARIF counts: from 1, columns in UTF-16 units."
  (save-excursion
    (save-restriction
      (widen)
      (goto-char (point-min))
      (forward-line (1- line))
      (let ((left (1- column)))
        (while (and (> left 0) (not (eolp)))
          (setq left (- left (if (> (char-after) #xffff) 2 1)))
          (forward-char)))
      (point))))

(defun gouji--region (region)
  "BEGIN and END of a SARIF REGION."
  (let-alist region
    (list (gouji--position .startLine .startColumn) (gouji--position .endLine .endColumn))))

(defun gouji--edits (fix)
  "The edits of a SARIF FIX."
  (let-alist fix
    (mapcar (lambda (replacement)
              (let-alist replacement
                (append (gouji--region .deletedRegion) (list (or .insertedContent.text "")))))
            (alist-get 'replacements (car .artifactChanges)))))

(defun gouji--diagnostics (log source)
  "The diagnostics that a SARIF LOG has for the buffer SOURCE."
  (let (found)
    (setq gouji--fixes nil)
    (dolist (run (alist-get 'runs log) (nreverse found))
      (dolist (result (alist-get 'results run))
        (let-alist result
          (let ((region (alist-get 'region (alist-get 'physicalLocation (car .locations)))))
            (when (and region (not .suppressions))
              (pcase-let ((`(,begin ,end) (gouji--region region)))
                (when .fixes (push (list begin end (gouji--edits (car .fixes))) gouji--fixes))
                (push (flymake-make-diagnostic
                       source begin (max end (min (1+ begin) (point-max)))
                       (pcase .level ("error" :error) ("warning" :warning) (_ :note))
                       (format "%s [%s]" .message.text .ruleId))
                      found)))))))))

(defun gouji-flymake (report &rest _)
  "A Flymake backend: pass the findings of this buffer to REPORT."
  (unless (executable-find gouji-program) (error "%s cannot be run; see `gouji-program'" gouji-program))
  (when (process-live-p gouji--process) (kill-process gouji--process))
  (let* ((source (current-buffer))
         (coding-system-for-read 'utf-8-unix)
         (coding-system-for-write 'utf-8-unix)
         (name (file-name-nondirectory (or buffer-file-name (concat (buffer-name) ".txt"))))
         (process
          (make-process
           :name "gouji" :noquery t :connection-type 'pipe
           :buffer (generate-new-buffer " *gouji*")
           :stderr (get-buffer-create "*gouji errors*")
           :command (list gouji-program "check" "-" "--stdin-name" name "--format" "sarif" "--lang" gouji-language
                          "--allow-non-reports")
           :sentinel
           (lambda (process _event)
             (when (memq (process-status process) '(exit signal))
               (unwind-protect
                   (when (and (buffer-live-p source) (eq process (buffer-local-value 'gouji--process source)))
                     (let ((log (with-current-buffer (process-buffer process)
                                  (goto-char (point-min))
                                  (ignore-errors (json-parse-buffer :object-type 'alist :array-type 'list)))))
                       (with-current-buffer source
                         (if log
                             (funcall report (gouji--diagnostics log source))
                           (funcall report :panic :explanation "gouji wrote no SARIF; see *gouji errors*")))))
                 (kill-buffer (process-buffer process))))))))
    (setq gouji--process process)
    (save-restriction
      (widen)
      (process-send-region process (point-min) (point-max)))
    (process-send-eof process)))

(defun gouji-fix ()
  "Apply the first fix of the finding at point."
  (interactive)
  (let ((fix (cl-find-if (lambda (one) (<= (nth 0 one) (point) (nth 1 one))) gouji--fixes)))
    (unless fix (user-error "No fix here"))
    (pcase-dolist (`(,begin ,end ,text) (sort (copy-sequence (nth 2 fix)) (lambda (a b) (> (car a) (car b)))))
      (goto-char begin)
      (delete-region begin end)
      (insert text))
    (flymake-start)))

;;;###autoload
(defun gouji-flymake-setup ()
  "Check this buffer with gouji."
  (add-hook 'flymake-diagnostic-functions #'gouji-flymake nil t)
  (flymake-mode 1))

(provide 'gouji-flymake)
;;; gouji-flymake.el ends here
