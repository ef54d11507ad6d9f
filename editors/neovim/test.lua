-- nvim --headless -u NONE -i NONE -n -c 'luafile test.lua'   with GOUJI, GUIDE and DRAFT set, gouji in PATH
local function main()
  dofile(vim.env.GUIDE .. '/gouji.lua')
  vim.cmd('filetype on')
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DRAFT))
  local buffer = vim.api.nvim_get_current_buf()
  if vim.bo.filetype ~= 'text' then vim.bo.filetype = 'text' end
  local function law()
    return vim.tbl_filter(function(one) return one.code == 'wording/law-name' end, vim.diagnostic.get(buffer))
  end
  local function ask(method, params)
    params.textDocument = vim.lsp.util.make_text_document_params(buffer)
    local _, answer = next(assert(vim.lsp.buf_request_sync(buffer, method, params, 10000)))
    assert(answer and not answer.error, method .. ': ' .. vim.inspect(answer))
    return answer.result
  end
  assert(vim.wait(10000, function() return #law() == 1 end, 20), 'no finding arrived')
  local one = law()[1]
  local line = vim.api.nvim_buf_get_lines(buffer, one.lnum, one.lnum + 1, false)[1]
  local words = line:sub(one.col + 1, one.end_col)
  assert(words:find('条列', 1, true) and words:sub(1, 3) == '《', 'wrong place: ' .. words)
  print(string.format('nvim: %d:%d %s [%s] on %s', one.lnum + 1, one.col + 1, one.message, one.code, words))

  local range = one.user_data.lsp and one.user_data.lsp.range or {
    start = { line = one.lnum, character = select(2, vim.str_utfindex(line, one.col)) },
    ['end'] = { line = one.lnum, character = select(2, vim.str_utfindex(line, one.end_col)) },
  }
  local hover = ask('textDocument/hover', { position = range.start })
  assert(vim.inspect(hover):find('怎么改', 1, true), 'the hover lacks the remedy')
  assert(#ask('textDocument/documentSymbol', {}) == 6, 'the outline lacks chapters')
  assert(#ask('textDocument/foldingRange', {}) > 6, 'nothing folds')
  assert(#ask('textDocument/codeLens', {}) == 3, 'no lens over each form')
  local actions = ask('textDocument/codeAction', { range = range, context = { diagnostics = {} } })
  assert(actions[1].kind == 'quickfix', 'no fix')
  vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
  assert(vim.wait(10000, function() return #law() == 0 end, 20), 'the finding did not go away')

  -- Typing makes it again, without saving, after the hands rest.
  vim.api.nvim_buf_set_text(buffer, one.lnum, 0, one.lnum, 0, { '按照《政府信息公开条列》。' })
  assert(vim.wait(10000, function() return #law() == 1 end, 20), 'typing made no finding')
  actions = ask('textDocument/codeAction', { range = { start = { line = one.lnum, character = 3 }, ['end'] = { line = one.lnum, character = 3 } }, context = { diagnostics = {} } })
  local ignore = vim.tbl_filter(function(action) return action.title:find('忽略此处', 1, true) == 1 end, actions)[1]
  vim.lsp.util.apply_workspace_edit(ignore.edit, 'utf-16')
  local toml = vim.fn.bufnr(vim.fn.fnamemodify(vim.env.DRAFT, ':h') .. '/gouji.toml')
  assert(toml > 0, 'no gouji.toml')
  vim.api.nvim_buf_call(toml, function() vim.cmd('write') end)
  vim.lsp.buf_notify(buffer, 'textDocument/didSave', { textDocument = vim.lsp.util.make_text_document_params(buffer) })
  assert(vim.wait(10000, function() return #law() == 0 end, 20), 'the ignored finding did not go away')

  -- The quickfix list, by errorformat.
  vim.cmd('cd ' .. vim.fn.fnameescape(vim.fn.fnamemodify(vim.env.DRAFT, ':h')))
  vim.o.errorformat = vim.env.ERRORFORMAT
  vim.cmd('cgetexpr systemlist("' .. vim.env.GOUJI .. ' check --no-config --color never " . shellescape("' .. vim.env.DRAFT .. '"))')
  local list = vim.tbl_filter(function(item) return item.valid == 1 end, vim.fn.getqflist())
  assert(#list >= 1 and list[1].lnum == one.lnum + 1 and list[1].type == 'E', vim.inspect(list))
  assert(list[1].text:find('wording/law-name', 1, true), list[1].text)
  print('nvim: hover, outline, fixed, typed, ignored, quickfix list of ' .. #list .. ': OK')
end
local ok, err = pcall(main)
if not ok then print('nvim: FAILED ' .. tostring(err)) vim.cmd('cq!') end
vim.cmd('qa!')
