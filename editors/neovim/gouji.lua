-- gouji in Neovim (0.7 or newer): findings as diagnostics while you type, fixes at the cursor.
-- Put this file into a folder lua/ of your runtimepath and write into init.lua:
--     require('gouji').setup()            -- or setup({ command = '/opt/gouji/bin/gouji' })
local M = {}

local namespace = vim.api.nvim_create_namespace('gouji')
local options = { command = 'gouji', language = 'zh', delay = 200, pattern = { '*.txt', '*.md' } }
local severities = {
  error = vim.diagnostic.severity.ERROR,
  warning = vim.diagnostic.severity.WARN,
  note = vim.diagnostic.severity.INFO,
}
local jobs, timers = {}, {}

-- SARIF counts columns in UTF-16 from 1, Neovim in bytes from 0.
local function byte_column(buffer, line, column)
  local text = vim.api.nvim_buf_get_lines(buffer, line - 1, line, false)[1] or ''
  local ok, byte = pcall(vim.str_byteindex, text, column - 1, true)
  return ok and byte or #text
end

local function range(buffer, region)
  return {
    lnum = region.startLine - 1,
    col = byte_column(buffer, region.startLine, region.startColumn),
    end_lnum = region.endLine - 1,
    end_col = byte_column(buffer, region.endLine, region.endColumn),
  }
end

local function diagnostics(buffer, log)
  local found = {}
  for _, run in ipairs(log.runs) do
    for _, result in ipairs(run.results) do
      local region = result.locations[1].physicalLocation.region
      if region and not (result.suppressions and #result.suppressions > 0) then
        local one = range(buffer, region)
        one.message = result.message.text
        one.severity = severities[result.level] or vim.diagnostic.severity.INFO
        one.source = 'gouji'
        one.code = result.ruleId
        one.user_data = { gouji = result.fixes }
        table.insert(found, one)
      end
    end
  end
  return found
end

--- Checks a buffer with its unsaved text. A running check of it is stopped.
function M.check(buffer)
  buffer = buffer or vim.api.nvim_get_current_buf()
  if jobs[buffer] then vim.fn.jobstop(jobs[buffer]) end
  local name = vim.api.nvim_buf_get_name(buffer)
  local folder = vim.fn.fnamemodify(name, ':h')
  local tick = vim.api.nvim_buf_get_changedtick(buffer)
  local errors
  local job = vim.fn.jobstart({
    options.command, 'check', '-', '--stdin-name', vim.fn.fnamemodify(name, ':t'),
    '--format', 'sarif', '--lang', options.language, '--allow-non-reports',
  }, {
    cwd = vim.fn.isdirectory(folder) == 1 and folder or nil,
    stdout_buffered = true,
    stderr_buffered = true,
    on_stderr = function(_, lines) errors = table.concat(lines, '\n') end,
    on_stdout = function(_, lines)
      if not vim.api.nvim_buf_is_valid(buffer) then return end
      if vim.api.nvim_buf_get_changedtick(buffer) ~= tick then return end
      local ok, log = pcall(vim.fn.json_decode, table.concat(lines, '\n'))
      if ok and type(log) == 'table' then
        vim.diagnostic.set(namespace, buffer, diagnostics(buffer, log))
      end
    end,
    on_exit = function(id, code)
      if jobs[buffer] == id then jobs[buffer] = nil end
      if code == 2 and errors and errors ~= '' then vim.notify('gouji: ' .. errors, vim.log.levels.WARN) end
    end,
  })
  if job <= 0 then
    vim.notify('gouji: ' .. options.command .. ' 不能运行，请检查 setup({ command = … })', vim.log.levels.ERROR)
    return
  end
  jobs[buffer] = job
  vim.fn.chansend(job, table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n') .. '\n')
  vim.fn.chanclose(job, 'stdin')
end

--- Applies the first fix of the finding under the cursor.
function M.fix()
  local buffer = vim.api.nvim_get_current_buf()
  local cursor = vim.api.nvim_win_get_cursor(0)
  for _, one in ipairs(vim.diagnostic.get(buffer, { namespace = namespace, lnum = cursor[1] - 1 })) do
    local fixes = one.user_data and one.user_data.gouji
    if fixes and cursor[2] >= one.col and cursor[2] <= one.end_col then
      local edits = fixes[1].artifactChanges[1].replacements
      -- From the last to the first, so that the positions of the others stay valid.
      for i = #edits, 1, -1 do
        local place = range(buffer, edits[i].deletedRegion)
        local text = edits[i].insertedContent and edits[i].insertedContent.text or ''
        vim.api.nvim_buf_set_text(buffer, place.lnum, place.col, place.end_lnum, place.end_col, vim.split(text, '\n'))
      end
      M.check(buffer)
      return true
    end
  end
  return false
end

local function later(buffer)
  if timers[buffer] then vim.fn.timer_stop(timers[buffer]) end
  timers[buffer] = vim.fn.timer_start(options.delay, function()
    timers[buffer] = nil
    if vim.api.nvim_buf_is_valid(buffer) then M.check(buffer) end
  end)
end

function M.setup(given)
  options = vim.tbl_extend('force', options, given or {})
  local group = vim.api.nvim_create_augroup('gouji', { clear = true })
  vim.api.nvim_create_autocmd({ 'BufReadPost', 'BufWritePost' }, {
    group = group, pattern = options.pattern,
    -- Deferred, since the buffer is not complete at this event.
    callback = function(event)
      vim.schedule(function() if vim.api.nvim_buf_is_valid(event.buf) then M.check(event.buf) end end)
    end,
  })
  vim.api.nvim_create_autocmd({ 'TextChanged', 'TextChangedI' }, {
    group = group, pattern = options.pattern, callback = function(event) later(event.buf) end,
  })
  vim.api.nvim_create_user_command('GoujiCheck', function() M.check() end, {})
  vim.api.nvim_create_user_command('GoujiFix', function() M.fix() end, {})
end

return M
