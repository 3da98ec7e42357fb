// Names that somebody may have meant.
const MOST = 5;

function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i += 1) {
    let diagonal = row[0];
    row[0] = i + 1;
    for (let j = 0; j < b.length; j += 1) {
      const replaced = diagonal + (a[i] === b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = Math.min(replaced, row[j] + 1, row[j + 1] + 1);
    }
  }
  return row[b.length];
}

const lastPart = (name: string) => name.slice(name.lastIndexOf('/') + 1);

// People forget the topic, or take the wrong one.
const distanceTo = (meant: string, name: string) =>
  name.includes(meant) ? 1 : Math.min(distance(meant, name), 1 + distance(lastPart(meant), lastPart(name)));

export function nearNames(meant: string, names: readonly string[]): string[] {
  const farthest = 1 + Math.floor(Buffer.byteLength(lastPart(meant)) / 3);
  return names
    .map(name => ({ name, far: distanceTo(meant, name) }))
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, MOST)
    .map(({ name }) => name);
}
