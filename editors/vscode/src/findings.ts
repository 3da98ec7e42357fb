// Findings as the side view and the status bar count them. Plain data; no editor here.

export type Level = 'error' | 'warning' | 'hint';

export interface Finding {
  uri: string;
  /** From 0. */
  line: number;
  column: number;
  level: Level;
  rule: string;
  message: string;
}

export interface RuleGroup {
  rule: string;
  /** The highest of its findings. */
  level: Level;
  findings: Finding[];
  files: number;
}

const RANK: Record<Level, number> = { error: 0, warning: 1, hint: 2 };

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The most frequent rule first; a rule's findings in the order of files and lines. */
export function groupByRule(findings: readonly Finding[]): RuleGroup[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = byRule.get(finding.rule);
    if (group === undefined) byRule.set(finding.rule, [finding]);
    else group.push(finding);
  }
  const groups = [...byRule].map(([rule, group]): RuleGroup => {
    group.sort((a, b) => compareText(a.uri, b.uri) || a.line - b.line || a.column - b.column);
    return { rule, level: highest(group), findings: group, files: new Set(group.map(({ uri }) => uri)).size };
  });
  return groups.sort(
    (a, b) => b.findings.length - a.findings.length || RANK[a.level] - RANK[b.level] || compareText(a.rule, b.rule));
}

export function highest(findings: readonly Finding[]): Level {
  return findings.reduce<Level>((top, { level }) => (RANK[level] < RANK[top] ? level : top), 'hint');
}
