--- What `:checkhealth factlint` says.

local factlint = require('factlint')

local M = {}

local function program()
  local config = vim.fn.has('nvim-0.11') == 1 and vim.lsp.config.factlint or factlint.config
  return config.cmd
end

local function check_program()
  local command = program()
  if type(command) ~= 'table' then
    return vim.health.info('the server is started by a function of your configuration')
  end
  if vim.fn.executable(command[1]) == 0 then
    return vim.health.error(('there is no program “%s”'):format(command[1]), {
      'Install factlint (`pipx install .` in its folder) and make sure that it is on the PATH of Neovim.',
      "Or name it: vim.lsp.config('factlint', { cmd = { '/path/to/factlint', 'lsp' } })",
    })
  end
  local ran = vim.system({ command[1], '--version' }, { text = true }):wait()
  if ran.code ~= 0 then
    return vim.health.error(('%s does not run: %s'):format(vim.fn.exepath(command[1]), vim.trim(ran.stderr or '')))
  end
  vim.health.ok(('%s, %s'):format(vim.trim(ran.stdout), vim.fn.exepath(command[1])))
end

local function check_clients()
  local clients = vim.lsp.get_clients({ name = 'factlint' })
  if #clients == 0 then
    vim.health.info('no buffer is checked now: open a draft below a folder with factlint.toml, seeds or .git')
  end
  for _, client in ipairs(clients) do
    local buffers = vim.tbl_count(client.attached_buffers)
    local root = client.root_dir or (client.config and client.config.root_dir)
    vim.health.ok(('the server runs for %s, which has %d open draft%s'):format(root, buffers, buffers == 1 and '' or 's'))
    if root and vim.fn.isdirectory(vim.fs.joinpath(root, 'seeds')) == 0 and vim.fn.filereadable(vim.fs.joinpath(root, 'factlint.toml')) == 0 then
      vim.health.warn(('there are no sources in %s'):format(root), {
        'Put the documents that you write from into a folder named seeds, or name others in factlint.toml.',
      })
    end
  end
end

function M.check()
  vim.health.start('factlint')
  if vim.fn.has(factlint.OLDEST) == 0 then
    vim.health.error('Neovim 0.10 or newer is needed')
    return
  end
  vim.health.ok('Neovim ' .. tostring(vim.version()))
  if vim.fn.has('nvim-0.11') == 0 then
    vim.health.info("Neovim 0.10: call require('factlint').setup() in your init.lua")
  end
  check_program()
  check_clients()
end

return M
