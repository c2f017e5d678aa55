import { describe, expect, it } from 'vitest';
import { instantsIn, offsetIn } from '../../../functions/clock/instants-in.ts';
import { mostAtOnce, NewSlots } from '../../../functions/interview/schema.ts';
import { spansOf as spansAfter } from '../../../functions/interview/series.ts';
import { refusal } from '../../support/entities.ts';

const place = { kind: 'words', words: 'Room 3' };
const one = (zone: string, at: string, more: object = {}) =>
  NewSlots.parse({ kind: 'one', at, zone, minutes: 30, place, ...more });
const series = (more: object = {}) =>
  NewSlots.parse({
    kind: 'series',
    from: '2026-04-20',
    to: '2026-04-26',
    weekdays: [1, 2, 3, 4, 5],
    begin: '09:00',
    end: '12:00',
    pause: 0,
    zone: 'Asia/Shanghai',
    minutes: 30,
    place,
    ...more,
  });
const spansOf = (slots: NewSlots) => spansAfter(slots, '2025-12-31T00:00:00.000Z');
const startsOf = (slots: NewSlots) => spansOf(slots).map(({ start }) => start);

describe('a time said as clocks show it', () => {
  it.each([
    ['Asia/Shanghai', '2026-04-20T09:00', '2026-04-20T01:00:00.000Z'],
    ['America/Vancouver', '2026-03-08T03:00', '2026-03-08T10:00:00.000Z'],
    ['Europe/London', '2026-03-29T00:59', '2026-03-29T00:59:00.000Z'],
    ['Asia/Kolkata', '2026-01-01T00:15', '2025-12-31T18:45:00.000Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30:00.000Z'],
  ])('%s %s is one instant', (zone, at, instant) => {
    expect(startsOf(one(zone, at))).toEqual([instant]);
  });

  it.each([
    ['America/Vancouver', '2026-03-08T02:30'],
    ['Europe/London', '2026-03-29T01:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:15'],
  ])('%s %s is skipped, and refused by name', (zone, at) => {
    expect(() => spansOf(one(zone, at))).toThrow(refusal('time_skipped', ['/at']));
    expect(() => spansOf(one(zone, at))).toThrow(`there is no ${at.slice(11)} in ${zone}`);
  });

  it.each([
    [
      'Europe/London',
      '2026-10-25T01:30',
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
      '+01:00',
      '+00:00',
    ],
    [
      'America/New_York',
      '2026-11-01T01:00',
      '2026-11-01T05:00:00.000Z',
      '2026-11-01T06:00:00.000Z',
      '-04:00',
      '-05:00',
    ],
  ])('%s %s comes twice, and is asked for', (zone, at, earlier, later, before, after) => {
    expect(() => spansOf(one(zone, at))).toThrow(
      expect.objectContaining({
        code: 'time_repeated',
        facts: expect.objectContaining({ earlier: before, later: after }),
      }),
    );
    expect(startsOf(one(zone, at, { hour: 'earlier' }))).toEqual([earlier]);
    expect(startsOf(one(zone, at, { hour: 'later' }))).toEqual([later]);
    expect(instantsIn(zone, at)).toEqual([earlier, later]);
    expect([earlier, later].map((instant) => offsetIn(zone, instant))).toEqual([before, after]);
  });

  it('says for every hour of a year what the clocks say back', () => {
    for (const zone of ['Europe/London', 'Australia/Lord_Howe']) {
      const shown = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      });
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 30 * 60_000) {
        const local = shown.format(at).replace(' ', 'T');
        expect(instantsIn(zone, local)).toContain(new Date(at).toISOString());
      }
    }
  });
});

describe('a series', () => {
  it('offers the same hours on each of its days', () => {
    const starts = startsOf(series());
    expect(starts).toHaveLength(30);
    expect(starts.slice(0, 2)).toEqual(['2026-04-20T01:00:00.000Z', '2026-04-20T01:30:00.000Z']);
    expect(starts.at(-1)).toBe('2026-04-24T03:30:00.000Z');
    expect(spansOf(series({ minutes: 45, pause: 15, weekdays: [7] }))).toHaveLength(3);
  });

  it('keeps its hours when clocks change', () => {
    const london = { zone: 'Europe/London', from: '2026-03-27', to: '2026-03-30', end: '09:30' };
    expect(startsOf(series({ ...london, weekdays: [1, 5] }))).toEqual([
      '2026-03-27T09:00:00.000Z',
      '2026-03-30T08:00:00.000Z',
    ]);
  });

  it('over a skipped hour is refused, over one that comes twice asks', () => {
    const night = { zone: 'Europe/London', begin: '01:00', end: '03:00', weekdays: [7], minutes: 60 };
    expect(() => spansOf(series({ ...night, from: '2026-03-29', to: '2026-03-29' }))).toThrow(
      refusal('time_skipped', ['/begin']),
    );
    const autumn = { ...night, from: '2026-10-25', to: '2026-10-25' };
    expect(() => spansOf(series(autumn))).toThrow(refusal('time_repeated', ['/hour']));
    expect(startsOf(series({ ...autumn, hour: 'later' }))).toEqual([
      '2026-10-25T01:00:00.000Z',
      '2026-10-25T02:00:00.000Z',
    ]);
  });

  it('is neither empty nor endless', () => {
    expect(() => spansOf(series({ to: '2026-04-20', weekdays: [7] }))).toThrow(refusal('series_empty'));
    expect(() => spansOf(series({ end: '09:20' }))).toThrow(refusal('series_empty', ['/end']));
    expect(() => spansOf(series({ to: '2999-04-20' }))).toThrow(refusal('series_too_long', ['/to']));
    expect(spansOf(series({ to: '2026-05-08', weekdays: [1, 2, 3, 4, 5] }))).toHaveLength(mostAtOnce);
  });

  it('begins ahead, also where it is too long besides', () => {
    expect(() => spansOf(series({ from: '2025-12-30' }))).toThrow(refusal('slot_past', ['/from']));
    expect(() => spansOf(one('Asia/Shanghai', '2025-12-31T08:00'))).toThrow(refusal('slot_past', ['/at']));
    expect(startsOf(one('Asia/Shanghai', '2025-12-31T08:01'))).toEqual(['2025-12-31T00:01:00.000Z']);
  });

  it.each([
    ['a day that does not exist', { from: '2026-02-30' }],
    ['an end before its beginning', { to: '2026-04-19' }],
    ['hours that go backwards', { end: '08:00' }],
    ['no day of the week', { weekdays: [] }],
    ['a day named twice', { weekdays: [1, 1] }],
    ['an eighth day', { weekdays: [8] }],
    ['an offset for a zone', { zone: '+08:00' }],
    ['no time at all', { minutes: 0 }],
    ['half a minute', { minutes: 30.5 }],
    ['a link that runs code', { place: { kind: 'link', url: 'javascript:alert(1)' } }],
    ['a place of two lines', { place: { kind: 'words', words: 'a\nb' } }],
  ])('with %s is none', (_what, more) => {
    expect(() => series(more)).toThrow(/./);
  });
});
