(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((text-mode markdown-mode conf-toml-mode) . ("gouji" "lsp"))))
(add-hook 'text-mode-hook #'eglot-ensure)
