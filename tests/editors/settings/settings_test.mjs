// The settings of editors/: each file is well-formed in its own language and starts the right program.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";

const require = createRequire(new URL("../../support/package.json", import.meta.url));
const { parse: parseToml } = require("smol-toml");
const { parse: parseJsonc } = require("jsonc-parser");

const read = (file) => readFileSync(new URL(`../../../editors/${file}`, import.meta.url), "utf8");

function jsonc(file, allowComments) {
  const errors = [];
  const value = parseJsonc(read(file), errors, { disallowComments: !allowComments, allowTrailingComma: false });
  assert.deepEqual(errors, [], file);
  return value;
}

test("Helix starts personfirst-lsp for Markdown", () => {
  const settings = parseToml(read("helix/languages.toml"));
  const server = settings["language-server"].personfirst;
  assert.equal(server.command, "personfirst-lsp");
  assert.deepEqual(server.args, ["--stdio"]);
  for (const language of settings.language) assert.ok(language["language-servers"].includes("personfirst"), language.name);
});

test("kakoune-lsp starts personfirst-lsp for Markdown", () => {
  const server = parseToml(read("kakoune/kak-lsp.toml")).language_server.personfirst;
  assert.equal(server.command, "personfirst-lsp");
  assert.ok(server.filetypes.includes("markdown"));
  assert.ok(server.roots.includes(".personfirst.json"));
});

test("Kate starts personfirst-lsp for Markdown", () => {
  const { servers } = jsonc("kate/settings.json", false);
  assert.deepEqual(servers.markdown.command, ["personfirst-lsp", "--stdio"]);
  assert.ok(new RegExp(servers.markdown.highlightingModeRegex).test("Markdown"));
});

test("Sublime Text starts personfirst-lsp for Markdown", () => {
  const { clients } = jsonc("sublime/LSP-personfirst.sublime-settings", true);
  assert.deepEqual(clients.personfirst.command, ["personfirst-lsp", "--stdio"]);
  assert.ok(clients.personfirst.selector.includes("text.html.markdown"));
});

test("Zed's extension starts personfirst-lsp for Markdown", () => {
  const extension = parseToml(read("zed/extension.toml"));
  const server = extension.language_servers.personfirst;
  assert.equal(server.language_ids.Markdown, "markdown");
  assert.deepEqual(Object.keys(server.language_ids).sort(), [...server.languages].sort());
  const cargo = parseToml(read("zed/Cargo.toml"));
  assert.deepEqual(cargo.lib["crate-type"], ["cdylib"]);
  assert.equal(cargo.package.version, extension.version);
  const source = read(`zed/${cargo.lib.path}`);
  assert.ok(source.includes('worktree.which("personfirst-lsp")'));
  assert.deepEqual(jsonc("zed/settings.json", true).lsp.personfirst.binary, { path: "personfirst-lsp", arguments: ["--stdio"] });
});

test("LSP4IJ starts personfirst-lsp for Markdown", () => {
  const template = jsonc("jetbrains/personfirst/template.json", false);
  assert.equal(template.programArgs.default, "personfirst-lsp --stdio");
  const markdown = template.fileTypeMappings.find((mapping) => mapping.languageId === "markdown");
  assert.ok(markdown.fileType.patterns.includes("*.md"));
});
