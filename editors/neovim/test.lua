-- nvim --headless -u NONE -i NONE -n -c 'luafile test.lua'   with GOUJI, GUIDE and DRAFT set
local function main()
  package.path = vim.env.GUIDE .. '/?.lua;' .. package.path
  local gouji = require('gouji')
  gouji.setup({ command = vim.env.GOUJI, delay = 50 })
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DRAFT))
  local buffer = vim.api.nvim_get_current_buf()
  local function law()
    return vim.tbl_filter(function(one) return one.code == 'wording/law-name' end, vim.diagnostic.get(buffer))
  end
  assert(vim.wait(10000, function() return #law() == 1 end, 20), 'no finding arrived')
  local one = law()[1]
  local line = vim.api.nvim_buf_get_lines(buffer, one.lnum, one.lnum + 1, false)[1]
  local words = line:sub(one.col + 1, one.end_col)
  assert(words:find('条列', 1, true) and words:sub(1, 3) == '《', 'wrong place: ' .. words)
  print(string.format('nvim: %d:%d %s [%s] on %s', one.lnum + 1, one.col + 1, one.message, one.code, words))
  vim.api.nvim_win_set_cursor(0, { one.lnum + 1, one.col })
  assert(gouji.fix(), 'no fix at the cursor')
  assert(vim.wait(10000, function() return #law() == 0 end, 20), 'the finding did not go away')
  -- Typing makes it again, without saving.
  vim.api.nvim_buf_set_text(buffer, one.lnum, 0, one.lnum, 0, { '按照《政府信息公开条列》。' })
  vim.cmd('doautocmd TextChanged')
  assert(vim.wait(10000, function() return #law() == 1 end, 20), 'typing made no finding')
  -- The quickfix list, by errorformat.
  vim.cmd('cd ' .. vim.fn.fnameescape(vim.fn.fnamemodify(vim.env.DRAFT, ':h')))
  vim.o.errorformat = vim.env.ERRORFORMAT
  vim.cmd('cgetexpr systemlist("' .. vim.env.GOUJI .. ' check --color never " . shellescape("' .. vim.env.DRAFT .. '"))')
  local list = vim.tbl_filter(function(item) return item.valid == 1 end, vim.fn.getqflist())
  assert(#list >= 1 and list[1].lnum == one.lnum + 1 and list[1].type == 'E', vim.inspect(list))
  assert(list[1].text:find('wording/law-name', 1, true), list[1].text)
  print('nvim: fixed, typed, quickfix list of ' .. #list .. ': OK')
end
local ok, err = pcall(main)
if not ok then print('nvim: FAILED ' .. tostring(err)) vim.cmd('cq!') end
vim.cmd('qa!')
