set nocompatible hidden encoding=utf-8
execute 'set runtimepath^=' . fnameescape($EDITORS . '/vim')
let g:ale_linters = {'markdown': ['personfirst']}
let g:ale_linters_explicit = 1
let g:ale_virtualtext_cursor = 0
packadd ale
filetype plugin on

function! Say(message)
  call writefile([a:message], $OUT, 'a')
endfunction
function! Die(message)
  call Say('FAIL ' . a:message)
  cquit 1
endfunction
function! Expect(what, got, wanted)
  if a:got !=# a:wanted
    call Die(a:what . ': ' . string(a:got) . ', not ' . string(a:wanted))
  endif
endfunction
function! WaitFor(what, Condition)
  let l:begin = reltime()
  while !a:Condition()
    if reltimefloat(reltime(l:begin)) > 10
      call Die('waited in vain for ' . a:what)
    endif
    sleep 20m
  endwhile
endfunction

function! Main()
  execute 'edit' fnameescape($DOC)
  set filetype=markdown
  let l:buffer = bufnr('')
  call ale#Queue(0)
  call WaitFor('a diagnostic', {-> len(ale#engine#GetLoclist(l:buffer)) > 0})
  let l:all = ale#engine#GetLoclist(l:buffer)
  call Expect('the number of diagnostics', len(l:all), 1)
  let l:found = l:all[0]
  call Expect('the underlined text', strpart(getline(l:found.lnum), l:found.col - 1, l:found.end_col - l:found.col + 1), 'addict')
  call WaitFor('the location list', {-> len(getloclist(0)) > 0})
  call Say('diagnostic: ' . l:found.text)
  call cursor(l:found.lnum, l:found.col)
  " The person's answer to the menu.
  execute "function! ale#util#Input(message, value, ...) abort\n call Say('menu: ' . substitute(a:message, \"\\n\", ' | ', 'g'))\n return '1'\n endfunction"
  ALECodeAction
  call WaitFor('the changed text', {-> getline(3) ==# $FIXED})
  call ale#Queue(0)
  call WaitFor('the diagnostic to go', {-> len(ale#engine#GetLoclist(l:buffer)) == 0})
  write
  call ale#lsp#reset#StopAllLSPs()
  call Say('PASS Vim ' . v:version . ' with ALE')
  qall!
endfunction

try
  runtime autoload/ale/util.vim
  call Main()
catch
  call Die(v:exception . ' ' . v:throwpoint)
endtry
