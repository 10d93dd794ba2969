--- The commands of a buffer that factlint checks.

local factlint = require('factlint')

local M = {}

--- Passages as rows: each with the words to say about it, which are its own.
local function said(passages)
  return vim.tbl_map(function(passage)
    return { passage = passage, text = passage.passage }
  end, passages)
end

--- Shows rows in the quickfix list.
local function list(title, rows, client)
  local items = {}
  for _, row in ipairs(rows) do
    local item = vim.lsp.util.locations_to_items({ row.passage }, client.offset_encoding)[1]
    item.text = row.text
    items[#items + 1] = item
  end
  vim.fn.setqflist({}, ' ', { title = title, items = items })
  vim.cmd('botright copen')
end

--- Everything that the sources say about one name, as rows.
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

--- Lists what the sources say about a name; where several fit, or none is given, about the one that is chosen.
local function facts(buffer, name)
  factlint.ask(buffer, 'factlint.server.facts', { name, vim.uri_from_bufnr(buffer) }, function(profiles, client)
    if not profiles or #profiles == 0 then
      local none = name == '' and 'the sources have no names' or ('the sources have no name like “%s”'):format(name)
      return vim.notify('factlint: ' .. none)
    end
    local function show(profile)
      if profile then
        list('What the sources say about ' .. profile.name, rows_of(profile), client)
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

--- Lists where the sources disagree, each place with the passages that say otherwise.
local function conflicts(buffer)
  factlint.ask(buffer, 'factlint.server.conflicts', { vim.uri_from_bufnr(buffer) }, function(found, client)
    if not found or #found == 0 then
      return vim.notify('factlint: the sources agree with each other, as far as it can tell')
    end
    local rows = {}
    for _, conflict in ipairs(found) do
      rows[#rows + 1] = { passage = conflict, text = conflict.message }
      vim.list_extend(rows, said(conflict.evidence))
    end
    list('Where the sources disagree', rows, client)
  end)
end

--- Shows lines of Markdown in a window beside, or where the command's modifiers want it.
local function show_beside(lines, modifiers)
  local is_placed = modifiers.split ~= '' or modifiers.vertical or modifiers.tab >= 0
  vim.cmd.new({ mods = is_placed and modifiers or { vertical = true } })
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile = 'nofile', 'wipe', false
  vim.api.nvim_buf_set_lines(0, 0, -1, false, lines)
  vim.bo.modifiable = false
  vim.bo.filetype = 'markdown'
end

--- Opens a page in the browser.
local function browse(page)
  local file = vim.fn.tempname() .. '.html'
  vim.fn.writefile(vim.split(page, '\n'), file)
  local _, trouble = vim.ui.open(file)
  if trouble then
    vim.notify('factlint: the sheet is in ' .. file .. ', and could not be opened: ' .. trouble, vim.log.levels.WARN)
  end
end

--- Shows the fact sheet of the draft.
local function sheet(buffer, called)
  local form = called.bang and 'html' or 'markdown'
  factlint.ask(buffer, 'factlint.server.sheet', { vim.uri_from_bufnr(buffer), form, '' }, function(text)
    if not text then
      return vim.notify('factlint: this buffer is not checked, so there is no sheet of it', vim.log.levels.WARN)
    end
    if called.bang then
      browse(text)
    else
      show_beside(vim.split(vim.trim(text), '\n'), called.smods)
    end
  end)
end

--- Accepts what is written under the cursor; where that can be done in several ways, lets the writer choose.
local function accept()
  vim.lsp.buf.code_action({
    apply = true,
    filter = function(action)
      return vim.tbl_get(action, 'command', 'command') == 'factlint.server.accept'
    end,
  })
end

--- Gives a buffer its commands.
function M.attach(buffer)
  local function command(name, about, run, more)
    local options = vim.tbl_extend('force', { desc = about }, more or {})
    vim.api.nvim_buf_create_user_command(buffer, name, run, options)
  end
  command('LspFactlintFacts', 'What the sources say about a name', function(called)
    facts(buffer, called.args)
  end, { nargs = '*' })
  command('LspFactlintConflicts', 'Where the sources disagree', function()
    conflicts(buffer)
  end)
  command('LspFactlintSheet', 'The fact sheet of this draft; with ! in the browser', function(called)
    sheet(buffer, called)
  end, { bang = true })
  command('LspFactlintAccept', 'Accept what is written under the cursor', accept)
end

return M
