import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { beforeAll, expect, it } from 'vitest';
import { type PhaseSpan, Timeline } from '../../web/components/timeline.tsx';
import { bringWhole } from '../../web/i18n/dictionary.ts';
import en from '../../web/i18n/en/shared.ts';

beforeAll(() => bringWhole('en', 'shared'));

const phases: readonly PhaseSpan[] = [
  { id: 'posting', name: 'Posting', from: '2026-02-01T00:00:00Z', to: '2026-03-20T10:00:00Z' },
  { id: 'applying', name: 'Applying', from: '2026-03-15T00:00:00Z', to: '2026-04-12T10:00:00Z' },
  { id: 'shortlisting', name: 'Shortlisting', from: '2026-04-13T00:00:00Z', to: '2026-04-22T10:00:00Z' },
];
const { past, now, next } = en.timeline;

/** How each phase is told on 16 March, on which two of them have dates. */
const told = (current?: string) => {
  const shown = phases.map((phase) =>
    current === undefined ? phase : { ...phase, current: phase.id === current },
  );
  const html = renderToString(h(Timeline, { phases: shown, now: Date.parse('2026-03-16T00:00:00Z') }));
  const items = html.split('<li').slice(1);
  return items.map((item) => [past, now, next].filter((word) => item.includes(`>${word}<`)).join());
};

it('a phase that was left is past, also before its last day', () => {
  expect(told('applying')).toEqual([past, now, next]);
});
it('a phase that was entered before its dates is now', () => {
  expect(told('shortlisting')).toEqual([past, past, now]);
});
it('without a state the dates decide', () => {
  expect(told()).toEqual([now, now, next]);
});
