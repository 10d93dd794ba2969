--- factlint in Neovim: how the server is started, and what can be asked of it beside the protocol's own requests.

local M = {}

--- True where Neovim hears of changes in all folders below a root. Its other way to watch on Linux leaves out the
--- folders within, while the server, which is not told then, looks for changes by itself every other second.
local function hears_of_changes()
  local watcher = vim.fn.has('nvim-0.11') == 1 and 'inotifywait' or 'fswatch'
  return vim.fn.has('mac') == 1 or vim.fn.has('win32') == 1 or vim.fn.executable(watcher) == 1
end

--- Asks for the findings of open drafts anew: Neovim 0.12 itself asks for those of closed files alone then, 0.10 for none.
local function refresh(trouble, result, context, config)
  local client = vim.lsp.get_client_by_id(context.client_id)
  for buffer in pairs(client and client.attached_buffers or {}) do
    local params = {
      identifier = vim.tbl_get(client.server_capabilities, 'diagnosticProvider', 'identifier'),
      textDocument = { uri = vim.uri_from_bufnr(buffer) },
    }
    M.request(client, 'textDocument/diagnostic', params, nil, buffer)
  end
  local own = vim.lsp.handlers['workspace/diagnostic/refresh']
  return own and own(trouble, result, context, config) or vim.NIL
end

--- What starts the server: the settings of a language server, as `vim.lsp.config` understands them.
M.config = {
  cmd = { 'factlint', 'lsp' },
  filetypes = {
    'asciidoc',
    'gitcommit',
    'html',
    'markdown',
    'org',
    'plaintex',
    'rst',
    'tex',
    'text',
    'typst',
  },
  root_markers = { 'factlint.toml', 'seeds' },
  -- A draft without sources around it has nothing to be checked against.
  workspace_required = true,
  capabilities = {
    workspace = {
      diagnostics = { refreshSupport = true },
      didChangeWatchedFiles = { dynamicRegistration = hears_of_changes(), relativePatternSupport = true },
    },
  },
  handlers = { ['workspace/diagnostic/refresh'] = refresh },
}

--- Sends a request as this version of Neovim wants it sent; without a handler its own takes the answer.
function M.request(client, method, params, handler, buffer)
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, handler, buffer)
  else
    client.request(method, params, handler, buffer)
  end
end

--- The settings that are in force.
function M.settings()
  return vim.fn.has('nvim-0.11') == 1 and vim.lsp.config.factlint or M.config
end

--- The folder that a buffer would be checked in, or nil where it is no draft or has no sources around it.
local function root_of(buffer, settings)
  if vim.bo[buffer].buftype == '' and vim.tbl_contains(settings.filetypes or {}, vim.bo[buffer].filetype) then
    return vim.fs.root(buffer, settings.root_markers or {})
  end
end

--- True where there is a program to start; else the writer is told so, once.
local function is_startable(settings)
  if type(settings.cmd) ~= 'table' or vim.fn.executable(settings.cmd[1]) == 1 then
    return true
  end
  local message = 'factlint: there is no program “%s”; :checkhealth factlint says what to do'
  vim.notify_once(message:format(settings.cmd[1]), vim.log.levels.WARN)
  return false
end

--- Tells the writer of a draft where there is no program to check it: Neovim 0.11 and newer pass over that.
function M.look_for_program(buffer)
  local is_off = vim.lsp.is_enabled and not vim.lsp.is_enabled('factlint')
  local settings = M.settings()
  if not is_off and root_of(buffer, settings) then
    is_startable(settings)
  end
end

--- Starts the server for a draft in Neovim 0.10.
local function start(buffer)
  local settings = M.config
  local root = root_of(buffer, settings)
  if not root or not is_startable(settings) then
    return
  end
  local capabilities = vim.tbl_deep_extend(
    'force',
    vim.lsp.protocol.make_client_capabilities(),
    settings.capabilities or {}
  )
  local own = { name = 'factlint', root_dir = root, capabilities = capabilities }
  vim.lsp.start(vim.tbl_extend('force', settings, own), { bufnr = buffer })
end

--- Has drafts checked in Neovim 0.10, which does not look into `lsp/`; from 0.11 on nothing has to be called.
--- `given` takes the place of what stands in `M.config`, for instance `{ cmd = { '/path/to/factlint', 'lsp' } }`.
function M.setup(given)
  if vim.fn.has('nvim-0.11') == 1 then
    vim.lsp.config('factlint', given or {})
    vim.lsp.enable('factlint')
    return
  end
  M.config = vim.tbl_deep_extend('force', M.config, given or {})
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('factlint.start', {}),
    pattern = M.config.filetypes,
    callback = function(event)
      start(event.buf)
    end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) then
      start(buffer)
    end
  end
end

--- Has the server carry out one of its commands for a buffer; `done` gets the answer and the client.
function M.ask(buffer, command, arguments, done)
  local client = vim.lsp.get_clients({ name = 'factlint', bufnr = buffer })[1]
  if not client then
    return vim.notify('factlint does not check this buffer; :checkhealth factlint says why', vim.log.levels.WARN)
  end
  local known = vim.tbl_get(client.server_capabilities, 'executeCommandProvider', 'commands') or {}
  if not vim.tbl_contains(known, command) then
    local message = 'factlint: the program is another version than this plugin, and does not know %s; update both'
    return vim.notify(message:format(command), vim.log.levels.WARN)
  end
  local function answered(trouble, answer)
    if trouble then
      vim.notify('factlint: ' .. trouble.message, vim.log.levels.ERROR)
    else
      done(answer ~= vim.NIL and answer or nil, client)
    end
  end
  M.request(client, 'workspace/executeCommand', { command = command, arguments = arguments }, answered, buffer)
end

return M
