import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { ResidencePart } from '../../web/student/part-residence.tsx';

const home = { country: 'CA', zone: 'America/Vancouver' };
const stay = { country: 'CN', zone: 'Asia/Shanghai', from: '2026-06-20', to: '2026-08-28' };

it('the usual home stands first and each stay has its dates, in whatever order they are kept', () => {
  const page = (residences: (typeof home)[]) =>
    renderToString(
      h(ResidencePart, {
        profile: { residences },
        consentedAt: undefined,
        save: () => undefined,
        pending: false,
        problem: undefined,
      }),
    );
  expect(page([stay, home])).toContain(`value="${stay.from}"`);
  expect(page([stay, home])).toBe(page([home, stay]));
});
