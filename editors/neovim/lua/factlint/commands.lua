--- The commands of a buffer that factlint checks.

local factlint = require('factlint')

local M = {}

local function uri(buffer)
  return vim.uri_from_bufnr(buffer)
end

local function said(passages)
  return vim.tbl_map(function(passage)
    return { passage = passage, text = passage.passage }
  end, passages)
end

--- Everything that the sources say about one name, as rows with their passages.
local function rows_of(profile)
  local rows = {}
  for _, line in ipairs(vim.list_extend(vim.list_slice(profile.spellings), profile.held)) do
    local when = line.when ~= vim.NIL and line.when and (', ' .. line.when) or ''
    for _, passage in ipairs(line.passages) do
      rows[#rows + 1] = { passage = passage, text = ('%s%s: %s'):format(line.text, when, passage.passage) }
    end
  end
  vim.list_extend(rows, said(profile.statements))
  return vim.list_extend(rows, said(profile.quotations))
end

--- Lists what the sources say about a name; without one, about the one that is chosen from all.
local function facts(buffer, name)
  factlint.ask(buffer, 'factlint.server.facts', { name, uri(buffer) }, function(profiles, client)
    if not profiles or #profiles == 0 then
      vim.notify(name == '' and 'factlint: the sources have no names' or ('factlint: the sources have no name like “%s”'):format(name))
      return
    end
    local function show(profile)
      if profile then
        factlint.list('What the sources say about ' .. profile.name, rows_of(profile), client)
      end
    end
    if #profiles == 1 then
      return show(profiles[1])
    end
    vim.ui.select(profiles, {
      prompt = 'Whom or what do you look up?',
      format_item = function(profile)
        local held = profile.held[1]
        return profile.name .. (held and (', ' .. held.text) or '')
      end,
    }, show)
  end)
end

--- Lists where the sources disagree.
local function conflicts(buffer)
  factlint.ask(buffer, 'factlint.server.conflicts', { uri(buffer) }, function(found, client)
    if not found or #found == 0 then
      return vim.notify('factlint: the sources agree with each other, as far as it can tell')
    end
    local rows = {}
    for _, conflict in ipairs(found) do
      rows[#rows + 1] = { passage = conflict, text = conflict.message }
      vim.list_extend(rows, said(conflict.evidence))
    end
    factlint.list('Where the sources disagree', rows, client)
  end)
end

--- Shows the fact sheet in a window of its own, or as a page in the browser.
local function sheet(buffer, is_page)
  local form = is_page and 'html' or 'markdown'
  factlint.ask(buffer, 'factlint.server.sheet', { uri(buffer), form, '' }, function(text)
    if not text then
      return vim.notify('factlint: this buffer is not checked, so there is no sheet of it')
    end
    if is_page then
      local file = vim.fn.tempname() .. '.html'
      vim.fn.writefile(vim.split(text, '\n'), file)
      vim.ui.open(file)
      return
    end
    vim.cmd('vertical new')
    vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(text, '\n'))
    vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
    vim.bo.filetype = 'markdown'
    vim.bo.modifiable = false
  end)
end

--- Offers to accept the spelling under the cursor.
local function accept()
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return vim.startswith(action.title, 'Accept ')
    end,
  })
end

--- Gives a buffer its commands.
function M.attach(buffer)
  local function command(name, run, about, more)
    local options = vim.tbl_extend('force', { desc = about }, more or {})
    vim.api.nvim_buf_create_user_command(buffer, name, run, options)
  end
  command('LspFactlintFacts', function(called)
    facts(buffer, called.args)
  end, 'What the sources say about a name', { nargs = '*' })
  command('LspFactlintConflicts', function()
    conflicts(buffer)
  end, 'Where the sources disagree')
  command('LspFactlintSheet', function(called)
    sheet(buffer, called.bang)
  end, 'The fact sheet of this draft; with ! in the browser', { bang = true })
  command('LspFactlintAccept', accept, 'Accept the spelling under the cursor')
end

return M
