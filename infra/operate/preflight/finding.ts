/** What a check of the preflight found; `todo` says what brings it on. */
export type Finding =
  { state: 'ok'; what: string } | { state: 'warning' | 'missing'; what: string; todo: string };

export const ok = (what: string): Finding => ({ state: 'ok', what });
export const warning = (what: string, todo: string): Finding => ({ state: 'warning', what, todo });
export const missing = (what: string, todo: string): Finding => ({ state: 'missing', what, todo });

const marks = { ok: 'ok', warning: 'look', missing: 'MISSING' } as const;

/** A finding as text: a line, and one more for what to do. */
export const linesOf = (name: string, finding: Finding): string[] => [
  `${marks[finding.state].padEnd(8)}${name}: ${finding.what}`,
  ...(finding.state === 'ok' ? [] : [`        → ${finding.todo}`]),
];
