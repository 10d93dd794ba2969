if vim.g.loaded_factlint then
  return
end
vim.g.loaded_factlint = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.notify_once('factlint needs Neovim 0.10 or newer', vim.log.levels.WARN)
  return
end

local group = vim.api.nvim_create_augroup('factlint', {})

vim.api.nvim_create_autocmd('LspAttach', {
  group = group,
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == 'factlint' then
      require('factlint.commands').attach(event.buf)
    end
  end,
})

-- Before 0.11 a plugin does not start servers by itself: see :help factlint-setup.
if vim.fn.has('nvim-0.11') == 1 then
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    callback = function(event)
      require('factlint').look_for_program(event.buf)
    end,
  })
  vim.lsp.enable('factlint')
end
