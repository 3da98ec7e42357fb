-- Starts personfirst-lsp for buffers of text. Neovim 0.7 and later.
local M = {}

local defaults = {
  cmd = { "personfirst-lsp", "--stdio" },
  filetypes = {
    "markdown", "text", "html", "xhtml", "gitcommit", "rst", "asciidoc", "tex", "mdx", "quarto", "rmd", "xml",
  },
  root_markers = { ".personfirst.json", ".git" },
  settings = {},
}

-- The folder above `file` that holds one of the markers; else the file's own.
local function root_of(file, markers)
  local folder = vim.fn.fnamemodify(file, ":p:h")
  local at = folder
  while true do
    for _, marker in ipairs(markers) do
      if vim.loop.fs_stat(at .. "/" .. marker) then return at end
    end
    local up = vim.fn.fnamemodify(at, ":h")
    if up == at then return folder end
    at = up
  end
end

local clients = {} -- root folder -> client id

local function attach(options, buffer)
  local file = vim.api.nvim_buf_get_name(buffer)
  if file == "" or vim.bo[buffer].buftype ~= "" then return end
  local root = root_of(file, options.root_markers)
  local id = clients[root]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client({
      name = "personfirst",
      cmd = options.cmd,
      root_dir = root,
      settings = options.settings,
      workspace_folders = { { uri = vim.uri_from_fname(root), name = vim.fn.fnamemodify(root, ":t") } },
    })
    clients[root] = id
  end
  if id then vim.lsp.buf_attach_client(buffer, id) end
end

-- What vim.lsp.config() wants.
function M.config()
  return {
    cmd = defaults.cmd,
    filetypes = defaults.filetypes,
    root_markers = defaults.root_markers,
    settings = defaults.settings,
  }
end

function M.setup(options)
  options = vim.tbl_deep_extend("force", defaults, options or {})
  local group = vim.api.nvim_create_augroup("personfirst", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = options.filetypes,
    callback = function(event) attach(options, event.buf) end,
  })
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(buffer) and vim.tbl_contains(options.filetypes, vim.bo[buffer].filetype) then
      attach(options, buffer)
    end
  end
end

return M
