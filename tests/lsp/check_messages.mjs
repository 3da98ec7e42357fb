// Is every message that the server sends what the protocol says?
//
//   node check_messages.mjs FILE...
//
// FILE holds JSON lines {"method": ..., "message": {...}}: what the server sent; the method is that of the request which a
// response answers. The measure is the protocol's official package, pinned in ../support: each message becomes a
// TypeScript constant of the type that the package gives to its method, and the compiler says whether it fits. So unknown,
// missing and misspelt properties are noticed as well as wrong types.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(new URL("../support/package.json", import.meta.url));
const ts = require("typescript");
const protocol = require("vscode-languageserver-protocol");

// method -> {name, sentBy}: name is that of its namespace in the package.
const methods = new Map();
for (const [name, value] of Object.entries(protocol)) {
  if (typeof value?.method !== "string" || !/(Request|Notification)$/.test(name)) continue;
  methods.set(value.method, {
    name,
    isRequest: /ProtocolRequestType/.test(value.type.constructor.name),
    sentBy: value.messageDirection,
  });
}
// These have no namespace there.
const others = new Map([
  ["$/progress", { type: "ProgressParams", isRequest: false }],
  ["$/logTrace", { type: "lsp.LogTraceParams", isRequest: false }],
  ["$/cancelRequest", { type: "lsp.CancelParams", isRequest: false }],
]);

const prelude = `
import type * as lsp from "vscode-languageserver-protocol/lib/common/api";
type ParamsOf<T> =
  T extends lsp.ProtocolRequestType<infer P, any, any, any, any> ? P :
  T extends lsp.ProtocolNotificationType<infer P, any> ? P : never;
type ResultOf<T> =
  T extends lsp.ProtocolRequestType<any, infer R, any, any, any> ? R :
  T extends lsp.ProtocolRequestType0<infer R, any, any, any> ? R : never;
type PartOf<T> = T extends lsp.ProtocolRequestType<any, any, infer R, any, any> ? R : never;
type Id = number | string;
type Request<P> = { jsonrpc: "2.0"; id: Id; method: string; params: P };
type Request0 = { jsonrpc: "2.0"; id: Id; method: string; params?: null };
type Notification<P> = { jsonrpc: "2.0"; method: string; params: P };
type Success<R> = { jsonrpc: "2.0"; id: Id; result: Exclude<R, void> | (void extends R ? null : never) };
type Failure = { jsonrpc: "2.0"; id: Id | null; error: { code: number; message: string; data?: any } };
type ProgressParams = { token: Id; value:
  lsp.WorkDoneProgressBegin | lsp.WorkDoneProgressReport | lsp.WorkDoneProgressEnd |
  PartOf<typeof lsp.WorkspaceDiagnosticRequest.type> };
`;

function typeOf(method, message) {
  if ("error" in message) return "Failure";
  const known = methods.get(method);
  if (!("method" in message)) {
    if (known === undefined) throw new Error("a result for a request that the protocol does not know");
    if (known.sentBy === "serverToClient") throw new Error("a result that the client should send");
    return `Success<ResultOf<typeof lsp.${known.name}.type>>`;
  }
  const isRequest = "id" in message;
  const expected = known ?? others.get(method);
  if (expected === undefined) throw new Error("the protocol has no such method");
  if (expected.isRequest !== isRequest) throw new Error(isRequest ? "has an id" : "has no id");
  if (known === undefined) return `Notification<${expected.type}>`;
  if (known.sentBy === "clientToServer") throw new Error("only clients send it");
  const type = protocol[known.name].type;
  if (type.constructor.name.endsWith("0")) return "Request0";
  return `${isRequest ? "Request" : "Notification"}<ParamsOf<typeof lsp.${known.name}.type>>`;
}

// What no type says: the protocol's numbers are integers.
function checkNumbers(value) {
  if (typeof value === "number") {
    const fits = Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
    if (!fits) throw new Error(`${value} is no integer of the protocol`);
  } else if (value !== null && typeof value === "object") {
    Object.values(value).forEach(checkNumbers);
  }
}

// Thousands of messages differ only in what no type can tell apart: text, places, how many.
const kLongestWord = 40; // longer than any word of the protocol
const kLargestChoice = 100; // larger than any number that means a choice
function shape(value, key) {
  if (typeof value === "string") return value.length > kLongestWord || /[^\w./$-]/.test(value) ? "…" : value;
  if (typeof value === "number") {
    const counts = ["line", "character", "version", "id"].includes(key) || Math.abs(value) > kLargestChoice;
    return counts ? kLargestChoice : value;
  }
  if (Array.isArray(value)) {
    const seen = new Map(value.map((item) => [JSON.stringify(shape(item)), shape(item)]));
    return [...seen.values()];
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shape(part, name)]));
}

const parsed = new Map(); // path -> the package's and the language's own declarations

function compile(source) {
  const name = join(dirname(fileURLToPath(import.meta.url)), "../support/messages.ts");
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    lib: ["lib.es2022.d.ts"],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  const made = ts.createSourceFile(name, source, options.target, true);
  host.getSourceFile = (path, ...rest) => {
    if (path === name) return made;
    if (!parsed.has(path)) parsed.set(path, getSourceFile.call(host, path, ...rest));
    return parsed.get(path);
  };
  host.fileExists = (path) => path === name || fileExists.call(host, path);
  const program = ts.createProgram([name], options, host);
  const setup = [...program.getOptionsDiagnostics(), ...program.getSyntacticDiagnostics(made)];
  if (setup.length > 0) throw new Error(ts.flattenDiagnosticMessageText(setup[0].messageText, "\n"));
  return program.getSemanticDiagnostics(made).map((found) => ({
    line: made.getLineAndCharacterOfPosition(found.start).line,
    text: ts.flattenDiagnosticMessageText(found.messageText, "\n  "),
  }));
}

// One string a message that is wrong, the same mistake once.
export function checkMessages(records) {
  const mistakes = new Set();
  const statements = new Map(); // its text -> method
  for (const { method: answered, message } of records) {
    const method = message.method ?? answered;
    try {
      checkNumbers(message);
      statements.set(`: ${typeOf(method, message)} = ${JSON.stringify(shape(message))};`, method);
    } catch (error) {
      mistakes.add(`${method}: ${error.message}`);
    }
  }
  const lines = [...statements.keys()].map((text, index) => `const m${index}${text}`);
  const first = prelude.split("\n").length - 1;
  for (const { line, text } of compile(prelude + lines.join("\n"))) {
    if (line < first) throw new Error(`the prelude: ${text}`);
    mistakes.add(`${[...statements.values()][line - first]}: ${text}\n  ${lines[line - first]}`);
  }
  return [...mistakes];
}

function main(files) {
  const records = files.flatMap((file) =>
    readFileSync(file, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line)));
  const mistakes = checkMessages(records);
  mistakes.forEach((mistake) => console.error(mistake));
  const count = new Set(records.map(({ method, message }) => message.method ?? method)).size;
  console.log(`${records.length} messages of ${count} methods, ${mistakes.length} mistakes`);
  return records.length === 0 || mistakes.length > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2));
