local client
vim.api.nvim_create_autocmd('FileType', { pattern = { 'text', 'markdown', 'toml' }, callback = function(event)
  client = client or vim.lsp.start_client({ name = 'gouji', cmd = { 'gouji', 'lsp' }, root_dir = vim.fn.getcwd() })
  if client then vim.lsp.buf_attach_client(event.buf, client) end
end })
