// What a keystroke costs with the module: MODULE=personfirst_server.wasm node typing.mjs [KEYS]
// From the edit's way into the worker to its findings' way out, in documents of 20 kB and 1 MB; and when the first line would be there.
import { Client } from './worker.mjs';

const PARAGRAPH = 'The clinic was quiet on Monday. People talked about the weather, and about how long they had waited for somebody who would '
  + 'listen to them. An addict came in the afternoon; she stayed for an hour, and said that she would come again.\n\n';
const keys = Number(process.argv[2] ?? 200);

for (const size of [20_000, 1_000_000]) {
  const begin = performance.now();
  const client = new Client();
  await client.start();
  const uri = 'file:///ws/a.md';
  client.open(uri, PARAGRAPH.repeat(Math.ceil(size / PARAGRAPH.length)));
  await client.published(uri);
  const first = performance.now() - begin;
  const times = [];
  const line = 2 * Math.floor(size / PARAGRAPH.length / 2);
  for (let version = 2; version < keys + 2; ++version) {
    const at = { line, character: version };
    const pressed = performance.now();
    client.say({ method: 'textDocument/didChange', params: {
      textDocument: { uri, version }, contentChanges: [{ range: { start: at, end: at }, text: version % 6 === 0 ? ' ' : 'e' }],
    } });
    await client.published(uri);
    times.push(performance.now() - pressed);
  }
  times.sort((a, b) => a - b);
  const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))].toFixed(1);
  const { rss } = process.memoryUsage();
  console.log(`${size / 1000} kB: first findings after ${first.toFixed(0)} ms; a keystroke p50 ${share(0.5)} ms, p99 ${share(0.99)} ms; `
    + `process ${(rss / 1e6).toFixed(0)} MB`);
  await client.stop();
}
