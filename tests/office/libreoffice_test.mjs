// LibreOffice opens what we write, and shows the tracked changes and the comments: `make test-office`.
//
// PERSONFIRST and TOOL are the programs; soffice is LibreOffice.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

const here = import.meta.dirname ?? new URL(".", import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), "personfirst-office-"));
const words = readdirSync(join(here, "documents")).filter((name) => name.endsWith(".docx"));

function convert(format, filter) {
  execFileSync(
    "soffice",
    ["--headless", "--norestore", `-env:UserInstallation=file://${work}/profile`, "--convert-to", filter ?? format,
      "--outdir", join(work, format), ...words.map((name) => join(work, name))],
    { stdio: "ignore", timeout: 300_000 },
  );
}

before(() => {
  for (const name of words) {
    const file = join(work, name);
    execFileSync(process.env.TOOL, ["pack", join(here, "documents", name), file]);
    const rules = ["--rules", join(here, "../cli/demo"), "--select", "demo/bad"];
    execFileSync(process.env.PERSONFIRST, ["lint", ...rules, "--no-config", "--fail-on", "never", "--fix", "--comment", file], {
      env: { ...process.env, SOURCE_DATE_EPOCH: "1700000000" },
      stdio: "ignore",
    });
  }
  convert("fodt");
  convert("pdf");
});
after(() => rmSync(work, { recursive: true, force: true }));

const flat = (name) => readFileSync(join(work, "fodt", name.replace(".docx", ".fodt")), "utf8");
const plain = (xml) => xml.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

// The tracked changes that LibreOffice shows: by id, what it is and who made it.
function tracked(name) {
  const regions = flat(name).match(/<text:changed-region[\s\S]*?<\/text:changed-region>/g) ?? [];
  return new Map(regions.map((region) => [
    region.match(/text:id="(.*?)"/)[1],
    { what: region.match(/<text:(deletion|insertion|format-change)/)[1], who: region.match(/<dc:creator>(.*?)<\/dc:creator>/)[1] },
  ]));
}

// The text, each change as [its words] behind a sign: - for what we deleted, + for what we put in, ~ for others.
function marked(name) {
  const changes = tracked(name);
  const sign = (id) => {
    const { what, who } = changes.get(id);
    return who !== "personfirst" ? "~" : what === "deletion" ? "-" : "+";
  };
  const body = flat(name).match(/<office:body>[\s\S]*<\/office:body>/)[0];
  return plain(
    body.replace(/<text:tracked-changes[\s\S]*?<\/text:tracked-changes>/g, "")
      .replace(/<office:annotation[ >][\s\S]*?<\/office:annotation>/g, "")
      .replace(/<text:change-start text:change-id="(.*?)"\/>/g, (_, id) => `${sign(id)}[`)
      .replace(/<text:change-end[^>]*>/g, "]"),
  );
}

const comments = (name) =>
  (flat(name).match(/<office:annotation[ >][\s\S]*?<\/office:annotation>/g) ?? [])
    .filter((one) => one.includes("<dc:creator>personfirst</dc:creator>"))
    .map(plain);

test("every document is rendered", () => {
  for (const name of words) {
    const pdf = join(work, "pdf", name.replace(".docx", ".pdf"));
    assert.ok(statSync(pdf).size > 1000, name);
  }
});

test("deletions and insertions are tracked, across runs and formatting", () => {
  assert.match(marked("letter.docx"), /She said that a -\[badword\]\+\[good word\] was written on the wall\./);
  assert.match(marked("letter.docx"), /First a -\[badword\]\+\[good word\],/);
});

test("what colleagues have inserted stays theirs", () => {
  assert.match(marked("tracked.docx"), /\+\[good word\]~\[ today\] for all\./);
});

test("tables, lists, notes and controls are changed, too", () => {
  assert.match(marked("table.docx"), /He wrote a -\[badword\]\+\[good word\] down\./);
  assert.match(marked("table.docx"), /a -\[badword\]\+\[good word\] a cup/);
  assert.match(marked("around.docx"), /-\[badword\]\+\[good word\] in the note that comes second\./);
  assert.match(marked("tracked.docx"), /A -\[badword\]\+\[good word\] in a control\./);
});

test("comments say why", () => {
  for (const [name, least] of [["letter.docx", 2], ["table.docx", 4], ["tracked.docx", 4], ["strict.docx", 1]]) {
    const found = comments(name);
    assert.ok(found.length >= least, `${name}: ${found.length} comments`);
    for (const one of found) assert.match(one, /bad word of this demonstration.*You could use “good word”/s);
  }
});
