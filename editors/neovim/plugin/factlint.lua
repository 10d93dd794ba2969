if vim.g.loaded_factlint then
  return
end
vim.g.loaded_factlint = true

if vim.fn.has('nvim-0.11') == 0 then
  vim.notify_once('factlint needs Neovim 0.11 or newer', vim.log.levels.WARN)
  return
end

vim.lsp.enable('factlint')
