local function say(message) io.stdout:write(message .. "\n") end
local function fail(message)
  say("FAIL " .. message)
  vim.cmd("cquit 1")
end
local function expect(what, got, wanted)
  if got ~= wanted then fail(what .. ": " .. vim.inspect(got) .. ", not " .. vim.inspect(wanted)) end
end
local function wait(what, condition)
  if not vim.wait(10000, condition, 20) then fail("waited in vain for " .. what) end
end

-- The settings file for Neovim 0.11 is at least well-formed here.
local modern = dofile(os.getenv("EDITORS") .. "/neovim/lsp/personfirst.lua")
expect("the command in lsp/personfirst.lua", modern.cmd[1], "personfirst-lsp")

require("personfirst").setup()
vim.cmd("edit " .. os.getenv("DOC"))
vim.bo.filetype = "markdown"
local buffer = vim.api.nvim_get_current_buf()

wait("a diagnostic", function() return #vim.diagnostic.get(buffer) > 0 end)
local found = vim.diagnostic.get(buffer)
expect("the number of diagnostics", #found, 1)
expect("the source", found[1].source, "personfirst")
expect("the rule", found[1].code, "people/addict")
local line = vim.api.nvim_buf_get_lines(buffer, found[1].lnum, found[1].lnum + 1, true)[1]
expect("the underlined text", line:sub(found[1].col + 1, found[1].end_col), "addict")
say("diagnostic: " .. found[1].message)

local titles = {}
vim.ui.select = function(items, options, choose)
  for _, item in ipairs(items) do table.insert(titles, options.format_item and options.format_item(item) or "?") end
  choose(items[1], 1)
end
vim.api.nvim_win_set_cursor(0, { found[1].lnum + 1, found[1].col })
vim.lsp.buf.code_action()
wait("the changed text", function()
  return vim.api.nvim_buf_get_lines(buffer, 2, 3, true)[1] == os.getenv("FIXED")
end)
if #titles < 3 then fail("the menu is short: " .. vim.inspect(titles)) end
say("menu: " .. table.concat(titles, " | "))

wait("the diagnostic to go", function() return #vim.diagnostic.get(buffer) == 0 end)

-- Typed text is synchronised in parts: an emoji before, a new finding behind it.
vim.api.nvim_buf_set_lines(buffer, -1, -1, true, { "", "A 😀 junkie." })
wait("the new diagnostic", function() return #vim.diagnostic.get(buffer) == 1 end)
local new = vim.diagnostic.get(buffer)[1]
local typed = vim.api.nvim_buf_get_lines(buffer, new.lnum, new.lnum + 1, true)[1]
expect("the newly underlined text", typed:sub(new.col + 1, new.end_col), "junkie")
vim.api.nvim_buf_set_lines(buffer, 3, -1, true, {})
wait("the text without it to be clean", function() return #vim.diagnostic.get(buffer) == 0 end)

vim.cmd("write")
say("PASS Neovim " .. tostring(vim.version().major) .. "." .. tostring(vim.version().minor) .. "." .. tostring(vim.version().patch))
vim.cmd("qall!")
