return {
  cmd = { 'factlint', 'lsp' },
  filetypes = { 'text', 'markdown', 'html', 'rst', 'tex', 'plaintex' },
  root_markers = { 'factlint.toml', 'seeds', '.git' },
  -- A draft without sources around it has nothing to be checked against.
  workspace_required = true,
}
