// What an editor does, by the protocol's own client library: open a document, see the diagnostic, take the quick fix,
// read the text. The program is named by PERSONFIRST_LSP.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../support/package.json", import.meta.url));
const lsp = require("vscode-languageserver-protocol/node");

// An editor with a few documents: texts change by edits alone, as the protocol wants it.
class Editor {
  constructor(folder) {
    this.folder = pathToFileURL(folder).href;
    this.texts = new Map();
    this.published = [];
    this.waiting = [];
    this.server = spawn(process.env.PERSONFIRST_LSP, ["--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    this.ended = new Promise((resolve) => this.server.on("exit", resolve));
    this.connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(this.server.stdout),
      new lsp.StreamMessageWriter(this.server.stdin),
    );
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.published.push(params);
      this.waiting = this.waiting.filter((look) => !look());
    });
    this.connection.onRequest(lsp.RegistrationRequest.type, () => {});
    this.connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => null));
    this.connection.onRequest(lsp.ApplyWorkspaceEditRequest.type, ({ edit }) => {
      this.apply(edit);
      return { applied: true };
    });
    this.connection.listen();
  }

  async start(textDocument = {}) {
    const result = await this.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: this.folder, name: "work" }],
      capabilities: {
        workspace: {
          applyEdit: true,
          configuration: true,
          workspaceFolders: true,
          workspaceEdit: { documentChanges: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: {
          publishDiagnostics: { versionSupport: true, dataSupport: true, codeDescriptionSupport: true },
          codeAction: {
            codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix", "source.fixAll"] } },
            isPreferredSupport: true,
            dataSupport: true,
            resolveSupport: { properties: ["edit"] },
          },
          ...textDocument,
        },
      },
    });
    await this.connection.sendNotification(lsp.InitializedNotification.type, {});
    return result.capabilities;
  }

  async open(name, languageId, text) {
    const uri = `${this.folder}/${name}`;
    this.texts.set(uri, { version: 1, text });
    await this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  // Of the text as it is now.
  diagnostics(uri) {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.published.find((one) => one.uri === uri && one.version === this.texts.get(uri).version);
        if (found) resolve(found.diagnostics);
        return Boolean(found);
      };
      if (!look()) this.waiting.push(look);
    });
  }

  async actions(uri, diagnostic, only) {
    const actions = await this.connection.sendRequest(lsp.CodeActionRequest.type, {
      textDocument: { uri },
      range: diagnostic.range,
      context: { diagnostics: [diagnostic], only },
    });
    return Promise.all(
      actions.map((one) => (one.edit ? one : this.connection.sendRequest(lsp.CodeActionResolveRequest.type, one))),
    );
  }

  apply(edit) {
    for (const { textDocument, edits } of edit.documentChanges) {
      const open = this.texts.get(textDocument.uri);
      assert.equal(textDocument.version, open.version, "edits are for the text that is open");
      const lines = open.text.split("\n");
      const offset = ({ line, character }) =>
        lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
      const changes = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
      for (const { range, newText } of changes)
        open.text = open.text.slice(0, offset(range.start)) + newText + open.text.slice(offset(range.end));
      open.version += 1;
      this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
        textDocument: { uri: textDocument.uri, version: open.version },
        contentChanges: changes.map(({ range, newText }) => ({ range, text: newText })),
      });
    }
  }

  async stop() {
    await this.connection.sendRequest(lsp.ShutdownRequest.type);
    await this.connection.sendNotification(lsp.ExitNotification.type);
    return this.ended;
  }
}

let folder;
let editor;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "personfirst-client-"));
  editor = new Editor(folder);
});
afterEach(() => {
  editor.connection.dispose();
  editor.server.kill();
  rmSync(folder, { recursive: true, force: true });
});

const shown = (diagnostics, text) =>
  diagnostics.map(({ range }) => text.split("\n")[range.start.line].slice(range.start.character, range.end.character));

test("a finding is shown, its quick fix rewords it, and the text is clean", async () => {
  const capabilities = await editor.start();
  assert.equal(capabilities.positionEncoding ?? "utf-16", "utf-16");
  const text = "# Visits 🏥\n\nOn Monday 🙂 the ward met an addict.\n";
  const uri = await editor.open("visits.md", "markdown", text);

  const [diagnostic, ...others] = await editor.diagnostics(uri);
  assert.deepEqual(others, []);
  assert.deepEqual(shown([diagnostic], text), ["addict"]);
  assert.equal(diagnostic.source, "personfirst");

  const actions = await editor.actions(uri, diagnostic, ["quickfix"]);
  assert.ok(actions.length >= 2, "there are alternatives");
  assert.equal(actions[0].kind, "quickfix");
  assert.equal(actions[0].diagnostics.length, 1);
  editor.apply(actions[0].edit);

  assert.deepEqual(await editor.diagnostics(uri), []);
  const now = editor.texts.get(uri).text;
  assert.match(now, /🙂 the ward met a person /);
  assert.doesNotMatch(now, /addict\b/);
  assert.equal(await editor.stop(), 0);
});

test("the project's configuration counts, and a changed one is heard of", async () => {
  writeFileSync(join(folder, ".personfirst.json"), '{ "allow": ["addict"] }\n');
  await editor.start();
  const uri = await editor.open("visits.md", "markdown", "The ward met an addict.\n");
  assert.deepEqual(await editor.diagnostics(uri), []);
  editor.published.length = 0;
  writeFileSync(join(folder, ".personfirst.json"), "{}\n");
  await editor.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: `${editor.folder}/.personfirst.json`, type: lsp.FileChangeType.Changed }],
  });
  assert.equal((await editor.diagnostics(uri)).length, 1);
  assert.equal(await editor.stop(), 0);
});

test("a client that asks for diagnostics gets them, and hears that nothing has changed", async () => {
  const capabilities = await editor.start({ diagnostic: {} });
  assert.ok(capabilities.diagnosticProvider);
  const uri = await editor.open("visits.html", "html", "<p>The ward met an addict.</p>\n");
  const ask = (previousResultId) =>
    editor.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri }, previousResultId });
  const first = await ask();
  assert.equal(first.kind, "full");
  assert.equal(first.items.length, 1);
  assert.deepEqual(await ask(first.resultId), { kind: "unchanged", resultId: first.resultId });
  assert.equal(await editor.stop(), 0);
});
