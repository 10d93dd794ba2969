-- What a writer does in Neovim, step by step; what it showed is written as JSON to the file named by $REPORT.

local patience = 30000
local report = { version = tostring(vim.version()) }

local function await(what, is_so)
  if not vim.wait(patience, is_so, 10) then
    error('waited in vain for ' .. what)
  end
end

local function findings()
  return vim.iter(vim.diagnostic.get(0)):map(function(each)
    local related = vim.tbl_get(each, 'user_data', 'lsp', 'relatedInformation') or {}
    return {
      text = table.concat(vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {}), '\n'),
      line = each.lnum + 1,
      code = each.code,
      source = each.source,
      message = each.message,
      is_error = each.severity == vim.diagnostic.severity.ERROR,
      related = related,
    }
  end):totable()
end

local function go_to(number)
  local place = vim.diagnostic.get(0)[number]
  vim.api.nvim_win_set_cursor(0, { place.lnum + 1, place.col })
end

local function floating_window()
  return vim.iter(vim.api.nvim_list_wins()):find(function(window)
    return vim.api.nvim_win_get_config(window).relative ~= ''
  end)
end

local function text()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local steps = {
  function() -- open the draft
    vim.cmd.edit(vim.env.DRAFT)
    await('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
    local client = vim.lsp.get_clients({ name = 'factlint' })[1]
    report.encoding = client.offset_encoding
    report.root = client.root_dir
    report.at_first = findings()
  end,
  function() -- ask about the name
    go_to(1)
    vim.lsp.buf.hover()
    await('a hover', floating_window)
    local window = floating_window()
    report.hover = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
    vim.api.nvim_win_close(window, true)
  end,
  function() -- look at the evidence
    local draft = vim.api.nvim_get_current_buf()
    local place = report.at_first[1].related[1].location
    vim.lsp.util.show_document(place, report.encoding)
    local cursor = vim.api.nvim_win_get_cursor(0)
    report.evidence_file = vim.api.nvim_buf_get_name(0)
    report.evidence_text = vim.api.nvim_get_current_line():sub(cursor[2] + 1)
    vim.api.nvim_set_current_buf(draft)
  end,
  function() -- type at the beginning of the first line
    local before = #vim.diagnostic.get(0)
    vim.api.nvim_buf_set_text(0, 0, 0, 0, 0, { '日本 \u{1F600} President Anne Larssen spoke. ' })
    await('a new diagnostic', function() return #vim.diagnostic.get(0) == before + 1 end)
    report.after_typing = findings()
    vim.cmd.undo()
    await('the diagnostics from before', function() return #vim.diagnostic.get(0) == before end)
  end,
  function() -- apply the quick fix at each place
    for _ = 1, #vim.diagnostic.get(0) do
      local before = #vim.diagnostic.get(0)
      go_to(1)
      vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
      await('one diagnostic fewer', function() return #vim.diagnostic.get(0) == before - 1 end)
    end
    report.after_fix = text()
    report.at_last = findings()
  end,
  function() -- leave
    vim.cmd.write()
    local client = vim.lsp.get_clients({ name = 'factlint' })[1]
    client:stop()
    await('the end of the server', function() return client:is_stopped() end)
    report.is_ended = true
  end,
}

local ok, trouble = pcall(function()
  for _, step in ipairs(steps) do
    step()
  end
end)
if not ok then
  report.trouble = trouble
end
vim.fn.writefile({ vim.json.encode(report) }, vim.env.REPORT)
vim.cmd(ok and 'quitall!' or 'cquit!')
