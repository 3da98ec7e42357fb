" Registers the server with vim-lsp, where that is installed.
if exists('g:loaded_personfirst')
  finish
endif
let g:loaded_personfirst = 1

augroup personfirst
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
  \ 'name': 'personfirst',
  \ 'cmd': {info -> [personfirst#executable(), '--stdio']},
  \ 'root_uri': {info -> lsp#utils#path_to_uri(personfirst#root(lsp#utils#get_buffer_path()))},
  \ 'allowlist': ['markdown', 'text', 'html', 'gitcommit', 'rst', 'asciidoc', 'tex'],
  \})
augroup END
