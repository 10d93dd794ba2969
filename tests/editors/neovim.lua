-- What a writer does in Neovim, as $SCENE names it; what it showed is written as JSON to the file named by $REPORT.

local patience = 60000
local is_new = vim.fn.has('nvim-0.11') == 1
local report = { version = tostring(vim.version()) }

local function await(what, is_so)
  if not vim.wait(patience, is_so, 10) then
    error('waited in vain for ' .. what)
  end
end

local function messages()
  return vim.fn.execute('messages')
end

local function client()
  return vim.lsp.get_clients({ name = 'factlint' })[1]
end

local function text()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function findings()
  return vim.iter(vim.diagnostic.get(0)):map(function(each)
    return {
      text = table.concat(vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {}), '\n'),
      line = each.lnum + 1,
      code = each.code,
      source = each.source,
      message = each.message,
      is_error = each.severity == vim.diagnostic.severity.ERROR,
    }
  end):totable()
end

local function await_findings(number)
  await(number .. ' findings', function() return #vim.diagnostic.get(0) == number end)
end

local function open_draft()
  vim.cmd.edit(vim.env.DRAFT)
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

--- What the quickfix window lists, once it is there; it is closed then.
local function listed()
  await('the quickfix list', function() return vim.bo.buftype == 'quickfix' end)
  local items = vim.iter(vim.fn.getqflist()):map(function(item)
    local file = vim.api.nvim_buf_get_name(item.bufnr)
    return { file = vim.fs.basename(file), line = item.lnum, column = item.col, text = item.text }
  end):totable()
  local told = { title = vim.fn.getqflist({ title = 0 }).title, items = items }
  vim.cmd.cclose()
  return told
end

--- What :checkhealth says about factlint; the window is closed then.
local function health()
  vim.cmd('checkhealth factlint')
  await('the report', function() return #text() > 3 end)
  local told = table.concat(text(), '\n')
  vim.cmd.bwipeout({ bang = true })
  return told
end

--- Has the server answer, so that what it had to say before has been said.
local function hear_the_server()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', {
    textDocument = vim.lsp.util.make_text_document_params(0),
    position = { line = 0, character = 0 },
  }, patience)
  assert(answers, 'the server does not answer')
end

local scenes = {}

--- A draft from its opening to the end of the server.
function scenes.draft()
  open_draft()
  await_findings(2)
  report.root = client().config.root_dir
  report.encoding = client().offset_encoding
  report.is_watching = client().capabilities.workspace.didChangeWatchedFiles.dynamicRegistration
  report.at_first = findings()

  go_to(1)
  vim.lsp.buf.hover()
  await('a hover', floating_window)
  local window = floating_window()
  report.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
  vim.api.nvim_win_close(window, true)

  local draft = vim.api.nvim_get_current_buf()
  vim.lsp.buf.definition()
  await('the source', function() return vim.api.nvim_get_current_buf() ~= draft end)
  if vim.bo.buftype == 'quickfix' then
    vim.cmd.cfirst()
    vim.cmd.cclose()
  end
  local cursor = vim.api.nvim_win_get_cursor(0)
  report.definition = { file = vim.api.nvim_buf_get_name(0), text = vim.api.nvim_get_current_line():sub(cursor[2] + 1) }
  -- While a source is open, its text in the editor counts in place of the file's.
  local source = vim.api.nvim_get_current_buf()
  vim.api.nvim_set_current_buf(draft)
  vim.api.nvim_buf_delete(source, {})

  vim.api.nvim_buf_set_text(0, 0, 0, 0, 0, { '日本 \u{1F600} President Anne Larssen spoke. ' })
  await_findings(3)
  report.after_typing = findings()
  vim.cmd.undo()
  await_findings(2)

  go_to(1)
  local before = text()
  vim.lsp.buf.rename('Karin Lindqvist')
  await('another name', function() return not vim.deep_equal(text(), before) end)
  report.after_rename = text()
  vim.cmd.undo()
  await('the name from before', function() return vim.deep_equal(text(), before) end)
  await_findings(2)

  for left = 1, 0, -1 do
    go_to(1)
    vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.isPreferred end })
    await_findings(left)
  end
  report.after_fix = text()
  vim.cmd.write()

  local sources = vim.fn.glob(client().config.root_dir .. '/seeds/*.txt', true, true)
  for _, source in ipairs(sources) do
    local changed = table.concat(vim.fn.readfile(source), '\n'):gsub('Larsen', 'Larssen')
    vim.fn.writefile(vim.split(changed, '\n'), source)
  end
  await_findings(2)
  report.after_the_sources_changed = findings()

  local server = client()
  if is_new then server:stop() else server.stop() end
  await('the end of the server', function()
    return #vim.lsp.get_clients({ name = 'factlint' }) == 0
  end)
  report.is_ended = true
end

--- The plugin's own commands.
function scenes.commands()
  report.global_commands = vim.tbl_filter(
    function(name) return vim.startswith(name, 'LspFactlint') end,
    vim.tbl_keys(vim.api.nvim_get_commands({}))
  )
  open_draft()
  await_findings(2)
  report.commands = vim.tbl_keys(vim.api.nvim_buf_get_commands(0, {}))

  vim.cmd.LspFactlintFacts('Larsen')
  report.facts = listed()

  local offered
  vim.ui.select = function(choices, options, choose)
    offered = vim.iter(choices):map(options.format_item):totable()
    choose(choices[1])
  end
  vim.cmd.LspFactlintFacts()
  report.chosen = listed()
  report.offered = offered

  vim.cmd.LspFactlintFacts('Grimaldi')
  await('a message', function() return messages():find('Grimaldi', 1, true) end)
  report.about_nobody = messages()

  vim.cmd.LspFactlintConflicts()
  report.conflicts = listed()

  vim.cmd('tab LspFactlintSheet')
  await('the sheet', function() return vim.bo.buftype == 'nofile' end)
  report.sheet = { text = table.concat(text(), '\n'), tabs = vim.fn.tabpagenr('$'), kind = vim.bo.filetype }
  report.sheet.is_modifiable = vim.bo.modifiable
  vim.cmd.close()

  local opened
  vim.ui.open = function(file) opened = file end
  vim.cmd('LspFactlintSheet!')
  await('the page', function() return opened end)
  report.page = table.concat(vim.fn.readfile(opened), '\n')

  report.health = health()

  local provider = client().server_capabilities.executeCommandProvider
  local known = provider.commands
  provider.commands = { 'factlint.server.accept' }
  vim.cmd.LspFactlintConflicts()
  provider.commands = known
  report.about_another_version = messages()

  go_to(1)
  vim.cmd.LspFactlintAccept()
  await('an acceptance', function()
    vim.cmd('silent! wall')
    return #vim.diagnostic.get(0) == 0
  end)
end

--- A draft with which something is wrong: what is said of it, and nothing twice.
function scenes.trouble()
  open_draft()
  if vim.env.EXPECTED then
    await('a message', function() return messages():find(vim.env.EXPECTED, 1, true) end)
  end
  if client() then
    hear_the_server()
    vim.api.nvim_buf_set_lines(0, 0, 0, false, { 'One line more.' })
    hear_the_server()
    vim.cmd.write()
    hear_the_server()
  else
    vim.cmd.edit({ bang = true })
  end
  report.findings = findings()
  report.messages = messages()
  report.clients = #vim.lsp.get_clients({ _uninitialized = true })
  report.health = health()
end

--- A server that is started by another name, which setup() tells.
function scenes.setup()
  open_draft()
  report.before = #vim.lsp.get_clients({ _uninitialized = true })
  require('factlint').setup({ cmd = { vim.env.PROGRAM, 'lsp' } })
  await_findings(2)
  report.command = client().config.cmd
end

--- The help pages.
function scenes.help()
  local folder = vim.fs.dirname(vim.api.nvim_get_runtime_file('doc/factlint.txt', false)[1])
  vim.cmd.helptags(folder)
  vim.cmd.help('factlint')
  report.page = vim.fs.basename(vim.api.nvim_buf_get_name(0))
  report.tags = vim.iter(vim.fn.readfile(folder .. '/tags')):map(function(line) return vim.split(line, '\t')[1] end):totable()
  report.dead = {}
  for link in table.concat(text(), '\n'):gmatch('|(%S-)|') do
    if not pcall(vim.cmd.help, link) then table.insert(report.dead, link) end
  end
  report.configurations = #vim.api.nvim_get_runtime_file('lsp/factlint.lua', true)
end

local function play()
  local ok, trouble = xpcall(scenes[vim.env.SCENE], debug.traceback)
  if not ok then
    report.trouble = trouble
    report.messages = messages()
  end
  vim.fn.writefile({ vim.json.encode(report) }, vim.env.REPORT)
  vim.cmd(ok and 'quitall!' or 'cquit!')
end

vim.api.nvim_create_autocmd('VimEnter', { callback = vim.schedule_wrap(play) })
