--- What `:checkhealth factlint` says.

local factlint = require('factlint')

local M = {}

local PATIENCE = 10000

--- The words that start the program, up to the name of its command that serves editors.
local function program(command)
  local words = {}
  for _, word in ipairs(command) do
    if word == 'lsp' then
      break
    end
    words[#words + 1] = word
  end
  return words
end

--- What a command prints, or nil and why not.
local function printed(command)
  local ok, ran = pcall(function()
    return vim.system(command, { text = true }):wait(PATIENCE)
  end)
  if ok and ran.code == 0 then
    return vim.trim(ran.stdout)
  end
  return nil, ok and vim.trim(ran.stderr or '') or ran
end

local function check_program(command)
  if type(command) ~= 'table' then
    return vim.health.info('the server is started by a function of your configuration')
  end
  local install = {
    'Install factlint so that the program is on the PATH of Neovim: `pipx install .` in its folder.',
    "Or name the program: require('factlint').setup({ cmd = { '/path/to/factlint', 'lsp' } })",
  }
  if vim.fn.executable(command[1]) == 0 then
    return vim.health.error(('there is no program “%s”'):format(command[1]), install)
  end
  local path = vim.fn.exepath(command[1])
  local version, trouble = printed(vim.list_extend(program(command), { '--version' }))
  if not version then
    return vim.health.error(('%s does not run: %s'):format(path, trouble), install)
  end
  local usage, why = printed(vim.list_extend(vim.list_slice(command), { '--help' }))
  if not usage then
    return vim.health.error(('%s, %s, does not serve editors: %s'):format(path, version, why), install)
  end
  vim.health.ok(('%s, %s'):format(version, path))
end

--- How the claims of a buffer stand, or nil where it is not checked.
local function claims(client, buffer)
  local params = { command = 'factlint.server.claims', arguments = { vim.uri_from_bufnr(buffer) } }
  local answer
  if vim.fn.has('nvim-0.11') == 1 then
    answer = client:request_sync('workspace/executeCommand', params, PATIENCE, buffer)
  else
    answer = client.request_sync('workspace/executeCommand', params, PATIENCE, buffer)
  end
  return answer and answer.result ~= vim.NIL and answer.result or nil
end

local function check_buffer(client, buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  local name = file == '' and '[No Name]' or vim.fn.fnamemodify(file, ':~:.')
  local counted = claims(client, buffer)
  if counted then
    local line = '%s: of its claims the sources support %d and contradict %d, and say nothing of %d'
    return vim.health.ok(line:format(name, counted.supported, counted.contradicted, counted.unsupported))
  end
  vim.health.warn(('%s is not checked'):format(name), {
    ('`factlint check %s` says why.'):format(vim.fn.fnameescape(name)),
    'Sources are the documents in the folder seeds, or those that factlint.toml names; a source itself is no draft.',
  })
end

local function check_clients(settings)
  local clients = vim.lsp.get_clients({ name = 'factlint' })
  if #clients == 0 then
    local markers = table.concat(vim.iter(settings.root_markers or {}):flatten():totable(), ' or ')
    vim.health.info(('no buffer is checked now: open a draft beside or below a folder with %s'):format(markers))
  end
  for _, client in ipairs(clients) do
    vim.health.ok(('the server runs for %s'):format(client.config.root_dir))
    for buffer in pairs(client.attached_buffers) do
      check_buffer(client, buffer)
    end
  end
end

function M.check()
  vim.health.start('factlint')
  if vim.fn.has('nvim-0.10') == 0 then
    return vim.health.error('Neovim 0.10 or newer is needed')
  end
  vim.health.ok('Neovim ' .. tostring(vim.version()))
  if vim.fn.has('nvim-0.11') == 0 and vim.fn.exists('#factlint.start') == 0 then
    vim.health.warn("Neovim 0.10 starts no server by itself: call require('factlint').setup() in init.lua")
  end
  local settings = factlint.settings()
  check_program(settings.cmd)
  local watches = vim.tbl_get(settings, 'capabilities', 'workspace', 'didChangeWatchedFiles', 'dynamicRegistration')
  vim.health.info(
    watches and 'Neovim tells the server of changed sources' or 'the server looks for changed sources by itself'
  )
  check_clients(settings)
end

return M
