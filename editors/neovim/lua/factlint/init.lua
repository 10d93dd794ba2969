--- factlint in Neovim: how the server is started, and what can be asked of it beside the protocol's own requests.

local M = {}

M.OLDEST = 'nvim-0.10'

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
  root_markers = { 'factlint.toml', 'seeds', '.git' },
  -- A draft without sources around it has nothing to be checked against.
  workspace_required = true,
  capabilities = {
    -- Neovim leaves this out on Linux unless it is asked for; sources are few, and the watch is cheap.
    workspace = { didChangeWatchedFiles = { dynamicRegistration = true, relativePatternSupport = true } },
  },
}

--- Starts the server for drafts in Neovim 0.10, which does not look into `lsp/`; from 0.11 on nothing has to be called.
--- `given` takes the place of what stands in `M.config`, for instance `{ cmd = { '/path/to/factlint', 'lsp' } }`.
function M.setup(given)
  local config = vim.tbl_deep_extend('force', M.config, given or {})
  if vim.fn.has('nvim-0.11') == 1 then
    vim.lsp.config('factlint', config)
    vim.lsp.enable('factlint')
    return
  end
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('factlint.start', {}),
    pattern = config.filetypes,
    callback = function(event)
      local root = vim.fs.root(event.buf, config.root_markers)
      if root and vim.bo[event.buf].buftype == '' then
        local capabilities =
          vim.tbl_deep_extend('force', vim.lsp.protocol.make_client_capabilities(), config.capabilities)
        local own = { name = 'factlint', root_dir = root, capabilities = capabilities }
        vim.lsp.start(vim.tbl_extend('force', config, own), { bufnr = event.buf })
      end
    end,
  })
end

--- The client that checks a buffer, or nil, with a line for the writer.
function M.client(buffer)
  local client = vim.lsp.get_clients({ name = 'factlint', bufnr = buffer })[1]
  if not client then
    vim.notify('factlint does not check this buffer; :checkhealth factlint says why', vim.log.levels.WARN)
  end
  return client
end

--- Has the server carry out one of its commands; `done` gets the answer.
function M.ask(buffer, command, arguments, done)
  local client = M.client(buffer)
  if not client then
    return
  end
  local function answered(trouble, answer)
    if trouble then
      vim.notify('factlint: ' .. trouble.message, vim.log.levels.ERROR)
    else
      done(answer ~= vim.NIL and answer or nil, client)
    end
  end
  local params = { command = command, arguments = arguments }
  if vim.fn.has('nvim-0.11') == 1 then
    client:request('workspace/executeCommand', params, answered, buffer)
  else
    client.request('workspace/executeCommand', params, answered, buffer)
  end
end

--- Shows passages in the quickfix list; `rows` are of a passage and the words to say about it.
function M.list(title, rows, client)
  local items = {}
  for _, row in ipairs(rows) do
    local item = vim.lsp.util.locations_to_items({ row.passage }, client.offset_encoding)[1]
    item.text = row.text
    items[#items + 1] = item
  end
  vim.fn.setqflist({}, ' ', { title = title, items = items })
  vim.cmd('botright copen')
end

return M
