import { describe, expect, it, test } from 'vitest';
import {
  firstWindow,
  isNews,
  requireNotSaved,
  requireRoom,
  savedSearchCap,
  windowAfter,
} from '../../../functions/saved-search/rules.ts';
import { SavedSearch, SearchConditions } from '../../../functions/saved-search/schema.ts';
import { decided, refusal } from '../../support/entities.ts';

const saved = (conditions: object, number = 1): SavedSearch =>
  SavedSearch.parse({
    id: `sav_${String(number).padStart(16, '0')}`,
    studentId: 'student-1',
    name: `search ${number}`,
    conditions,
    digest: true,
    createdAt: '2026-03-20T08:00:00.000Z',
    version: 1,
  });

test('there is room up to the cap and not above it', () => {
  const list = Array.from({ length: savedSearchCap }, (_, index) => saved({}, index));
  expect(decided(() => requireRoom(list.slice(1)))).toBeUndefined();
  expect(() => requireRoom(list)).toThrow(refusal('saved_search_cap'));
});

describe('a search is saved once', () => {
  const list = [saved({ q: 'python', category: ['data-ai', 'design-ux'] })];
  it.each([
    ['the same', { q: 'python', category: ['data-ai', 'design-ux'] }, 'search_already_saved'],
    ['chosen in another order', { category: ['design-ux', 'data-ai'], q: 'python' }, 'search_already_saved'],
    ['with one condition less', { q: 'python' }, undefined],
    ['with one value more', { q: 'python', category: ['data-ai', 'design-ux', 'product'] }, undefined],
    ['with other words', { q: 'sql', category: ['data-ai', 'design-ux'] }, undefined],
    ['with nothing', {}, undefined],
  ])('%s', (_what, conditions, code) => {
    expect(decided(() => requireNotSaved(list, SearchConditions.parse(conditions)))).toBe(code);
  });
});

describe('the next digest', () => {
  it.each([
    ['Asia/Shanghai', '2026-03-20T08:00:00.000Z', '2026-03-21T00:00:00.000Z'],
    ['America/Vancouver', '2026-03-20T14:59:59.000Z', '2026-03-20T15:00:00.000Z'],
    ['America/Vancouver', '2026-03-20T15:00:00.000Z', '2026-03-21T15:00:00.000Z'],
    // The night on which the clocks of Berlin go forward, and the one on which they go back.
    ['Europe/Berlin', '2026-03-28T20:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['Europe/Berlin', '2026-10-24T20:00:00.000Z', '2026-10-25T07:00:00.000Z'],
  ])('is due at eight in the morning in %s after %s', (zone, now, until) => {
    expect(firstWindow(now, zone)).toEqual({ since: now, until });
  });

  const told = { since: '2026-03-20T00:00:00.000Z', until: '2026-03-21T00:00:00.000Z' };
  it.each([
    ['on time', '2026-03-21T00:05:00.000Z', '2026-03-22T00:00:00.000Z'],
    ['in the afternoon', '2026-03-21T09:00:00.000Z', '2026-03-22T00:00:00.000Z'],
    ['late in the evening', '2026-03-21T13:00:00.000Z', '2026-03-23T00:00:00.000Z'],
    ['days later', '2026-03-25T00:30:00.000Z', '2026-03-26T00:00:00.000Z'],
  ])('begins where the last one ended and comes on another day: told %s', (_when, now, until) => {
    expect(windowAfter(told, now, 'Asia/Shanghai')).toEqual({ since: told.until, until });
  });

  it('tells of each instant once', () => {
    const next = windowAfter(told, told.until, 'Asia/Shanghai');
    for (const at of ['2026-03-20T00:00:00.001Z', told.until, '2026-03-21T00:00:00.001Z', next.until])
      expect([told, next].filter((window) => isNews(window, at))).toHaveLength(1);
    expect(isNews(told, told.since)).toBe(false);
  });
});
