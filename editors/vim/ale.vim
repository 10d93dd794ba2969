" factlint in Vim with ALE: source this file, or put its lines into vimrc, after ALE is on the runtimepath.

" The folder whose sources a draft is checked against; where there is none, nothing is started.
function! FactlintRoot(buffer) abort
  let l:configuration = ale#path#FindNearestFile(a:buffer, 'factlint.toml')
  let l:sources = ale#path#FindNearestDirectory(a:buffer, 'seeds')
  return !empty(l:configuration) ? fnamemodify(l:configuration, ':h')
  \ : !empty(l:sources) ? fnamemodify(l:sources, ':h:h') : ''
endfunction

for s:format in ['text', 'markdown', 'html', 'rst', 'tex', 'plaintex', 'asciidoc', 'org', 'typst', 'gitcommit']
  call ale#linter#Define(s:format, {
  \ 'name': 'factlint',
  \ 'lsp': 'stdio',
  \ 'executable': 'factlint',
  \ 'command': '%e lsp',
  \ 'project_root': function('FactlintRoot'),
  \ })
endfor
