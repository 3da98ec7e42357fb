" What ALE and vim-lsp need to know of the server.
let s:markers = ['.personfirst.json', '.git']

function! personfirst#executable() abort
  return get(g:, 'personfirst_executable', 'personfirst-lsp')
endfunction

" The folder above the file that holds one of the markers; else the file's own.
function! personfirst#root(file) abort
  let l:folder = fnamemodify(a:file, ':p:h')
  for l:marker in s:markers
    let l:found = findfile(l:marker, l:folder . ';')
    if empty(l:found)
      let l:found = finddir(l:marker, l:folder . ';')
    endif
    if !empty(l:found)
      return fnamemodify(l:found, ':p' . (l:found =~# '/$' ? ':h:h' : isdirectory(l:found) ? ':h:h' : ':h'))
    endif
  endfor
  return l:folder
endfunction

function! personfirst#define_for_ale(filetype, language) abort
  call ale#linter#Define(a:filetype, {
  \ 'name': 'personfirst',
  \ 'lsp': 'stdio',
  \ 'executable': {buffer -> personfirst#executable()},
  \ 'command': '%e --stdio',
  \ 'language': a:language,
  \ 'project_root': {buffer -> personfirst#root(bufname(buffer))},
  \})
endfunction
