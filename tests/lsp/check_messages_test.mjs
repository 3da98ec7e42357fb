// The check of messages accepts what the protocol allows, and notices what it does not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkMessages } from "./check_messages.mjs";

const place = { line: 0, character: 3 };
const range = { start: place, end: place };
const diagnostic = { range, message: "A word.", severity: 2, code: "topic/name", source: "personfirst", data: { a: [1] } };
const publish = (params) => ({
  message: { jsonrpc: "2.0", method: "textDocument/publishDiagnostics", params },
});
const answer = (method, result) => ({ method, message: { jsonrpc: "2.0", id: 1, result } });
const ask = (method, params) => ({ message: { jsonrpc: "2.0", id: "a", method, params } });
const notify = (method, params) => ({ message: { jsonrpc: "2.0", method, params } });

const good = {
  "diagnostics": publish({ uri: "file:///a", version: 3, diagnostics: [diagnostic] }),
  "no diagnostics": publish({ uri: "file:///a", diagnostics: [] }),
  "no hover": answer("textDocument/hover", null),
  "a hover": answer("textDocument/hover", { contents: { kind: "markdown", value: "Why." }, range }),
  "actions": answer("textDocument/codeAction", [
    { title: "Say", kind: "quickfix", diagnostics: [diagnostic], isPreferred: true,
      edit: { documentChanges: [{ textDocument: { uri: "file:///a", version: null }, edits: [{ range, newText: "b" }] }] } },
  ]),
  "capabilities": answer("initialize", { capabilities: { positionEncoding: "utf-8", textDocumentSync: { openClose: true, change: 2 } } }),
  "an end": answer("shutdown", null),
  "a report": answer("textDocument/diagnostic", { kind: "full", resultId: "1", items: [diagnostic] }),
  "an unchanged report": answer("textDocument/diagnostic", { kind: "unchanged", resultId: "1" }),
  "a refusal": { method: "a/b", message: { jsonrpc: "2.0", id: null, error: { code: -32700, message: "No." } } },
  "a question": ask("workspace/configuration", { items: [{ section: "personfirst" }] }),
  "a question without parameters": { message: { jsonrpc: "2.0", id: 2, method: "workspace/diagnostic/refresh" } },
  "a registration": ask("client/registerCapability", { registrations: [{ id: "1", method: "a", registerOptions: { b: 1 } }] }),
  "progress": notify("$/progress", { token: "a", value: { kind: "report", message: "1 of 2", percentage: 50 } }),
  "a partial result": notify("$/progress", { token: 7, value: { items: [{ kind: "full", uri: "file:///a", version: null, items: [] }] } }),
  "a trace": notify("$/logTrace", { message: "Got it." }),
};
for (const [what, record] of Object.entries(good)) {
  test(`${what} may be sent`, () => assert.deepEqual(checkMessages([record]), []));
}

const bad = {
  "a missing property": publish({ uri: "file:///a" }),
  "an unknown property": publish({ uri: "file:///a", diagnostics: [], languageId: "b" }),
  "an unknown property deep inside": publish({ uri: "file:///a", diagnostics: [{ ...diagnostic, level: 1 }] }),
  "a wrong type": publish({ uri: "file:///a", diagnostics: [{ ...diagnostic, message: 5 }] }),
  "an unknown severity": publish({ uri: "file:///a", diagnostics: [{ ...diagnostic, severity: 5 }] }),
  "a wrong one among right ones": publish({ uri: "file:///a", diagnostics: [diagnostic, diagnostic, { message: "A word." }] }),
  "a fraction": publish({ uri: "file:///a", version: 1.5, diagnostics: [] }),
  "a huge number": publish({ uri: "file:///a", version: 2 ** 31, diagnostics: [] }),
  "no version of JSON-RPC": { method: "shutdown", message: { id: 1, result: null } },
  "neither result nor error": { method: "shutdown", message: { jsonrpc: "2.0", id: 1 } },
  "a result and an error": { method: "shutdown",
    message: { jsonrpc: "2.0", id: 1, result: null, error: { code: 1, message: "No." } } },
  "an unknown kind": answer("textDocument/hover", { contents: { kind: "html", value: "Why." } }),
  "an unknown capability": answer("initialize", { capabilities: { hover: true } }),
  "a result for an unknown request": answer("a/b", null),
  "a client's notification": notify("textDocument/didOpen", {}),
  "a notification with an id": ask("textDocument/publishDiagnostics", { uri: "file:///a", diagnostics: [] }),
  "an unknown method": notify("a/b", {}),
  "progress without a token": notify("$/progress", { value: { kind: "end" } }),
};
for (const [what, record] of Object.entries(bad)) {
  test(`${what} is noticed`, () => assert.equal(checkMessages([record]).length, 1));
}

test("a mistake is told once and names its method", () => {
  const wrong = publish({ uri: "file:///a" });
  const mistakes = checkMessages([wrong, good.progress, wrong]);
  assert.equal(mistakes.length, 1);
  assert.match(mistakes[0], /^textDocument\/publishDiagnostics: .*diagnostics/s);
});
