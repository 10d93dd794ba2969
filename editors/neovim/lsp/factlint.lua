---@type vim.lsp.Config
return require('factlint').config
