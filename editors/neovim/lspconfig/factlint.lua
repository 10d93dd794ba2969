---@brief
---
--- `factlint`, the language server of a checker of facts: it marks where a draft says something else than the source
--- documents beside it, a name spelled another way, a wrong office, rank, date or number, a quotation with a word
--- changed.
---
--- Install it with `pipx install factlint` and put the sources into a folder `seeds` beside the draft, or name others
--- in `factlint.toml`.
---
--- The server looks for changed sources by itself. Its settings stand under `factlint`:
--- ```lua
--- vim.lsp.config('factlint', {
---   settings = {
---     factlint = {
---       inlayHints = true,
---     },
---   },
--- })
--- ```

---@type vim.lsp.Config
return {
  cmd = { 'factlint', 'lsp' },
  filetypes = { 'asciidoc', 'gitcommit', 'html', 'markdown', 'org', 'plaintex', 'rst', 'tex', 'text', 'typst' },
  root_markers = { 'factlint.toml', 'seeds' },
  workspace_required = true,
  on_init = function(client)
    -- When sources have changed, Neovim 0.12 else asks for the findings of closed files alone.
    client.server_capabilities.diagnosticProvider.workspaceDiagnostics = false
  end,
}
