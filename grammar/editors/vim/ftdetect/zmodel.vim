autocmd BufNewFile,BufRead *.zmodel setfiletype zmodel
