-- For vim.lsp.enable("personfirst"), Neovim 0.11 and later.
return require("personfirst").config()
