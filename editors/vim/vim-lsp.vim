" factlint in Vim with vim-lsp: source this file, or put its lines into vimrc.

autocmd User lsp_setup call lsp#register_server({
\ 'name': 'factlint',
\ 'cmd': ['factlint', 'lsp'],
\ 'allowlist': ['text', 'markdown', 'html', 'rst', 'tex', 'plaintex', 'asciidoc', 'org', 'typst', 'gitcommit'],
\ 'root_uri': {_ -> lsp#utils#path_to_uri(lsp#utils#find_nearest_parent_file_directory(
\   lsp#utils#get_buffer_path(), ['factlint.toml', 'seeds/']))},
\ })
