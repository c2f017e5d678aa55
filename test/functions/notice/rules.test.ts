import { describe, expect, it } from 'vitest';
import { StudentId } from '../../../functions/ids.ts';
import {
  afterQuiet,
  arrivalIn,
  bringBack,
  clear,
  defaultChoice,
  deliveryOf,
  isRead,
  letterFor,
  nextDigest,
} from '../../../functions/notice/rules.ts';
import { topics as allTopics, optionalTopics, topicOf } from '../../../functions/notice/topics.ts';

const night = { from: '22:00', to: '08:00' };
const berlin = 'Europe/Berlin';

describe('quiet hours', () => {
  it.each([
    ['in the evening they wait for the next morning', '2026-05-10T20:30:00.000Z', '2026-05-11T06:00:00.000Z'],
    ['after midnight for this one', '2026-05-11T03:00:00.000Z', '2026-05-11T06:00:00.000Z'],
    ['at their beginning', '2026-05-10T20:00:00.000Z', '2026-05-11T06:00:00.000Z'],
    ['not at their end', '2026-05-11T06:00:00.000Z', '2026-05-11T06:00:00.000Z'],
    ['not by day', '2026-05-11T12:34:56.789Z', '2026-05-11T12:34:56.789Z'],
    ['in the night in which clocks go forward', '2026-03-28T22:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['in the night in which they go back', '2026-10-24T21:00:00.000Z', '2026-10-25T07:00:00.000Z'],
    ['in the hour that comes twice', '2026-10-25T01:30:00.000Z', '2026-10-25T07:00:00.000Z'],
  ])('%s', (_, at, sent) => {
    expect(afterQuiet(at, night, berlin)).toBe(sent);
  });

  it('are where the reader is', () => {
    const at = '2026-05-10T08:00:00.000Z';
    expect(afterQuiet(at, night, 'Asia/Shanghai')).toBe(at);
    expect(afterQuiet(at, night, 'America/Vancouver')).toBe('2026-05-10T15:00:00.000Z');
    expect(afterQuiet(at, night, 'Asia/Kathmandu')).toBe(at);
  });

  it('can be by day, or not at all', () => {
    const at = '2026-05-10T08:00:00.000Z';
    expect(afterQuiet(at, { from: '09:00', to: '17:30' }, berlin)).toBe('2026-05-10T15:30:00.000Z');
    expect(afterQuiet(at, undefined, 'America/Vancouver')).toBe(at);
  });
});

describe('the daily letter', () => {
  it('comes at its hour on the clocks of the reader, in summer and in winter', () => {
    expect(nextDigest('2026-03-28T05:00:00.000Z', defaultChoice, berlin)).toBe('2026-03-28T07:00:00.000Z');
    expect(nextDigest('2026-03-28T07:00:00.000Z', defaultChoice, berlin)).toBe('2026-03-29T06:00:00.000Z');
  });
  it('never in quiet hours', () => {
    const early = { quiet: night, digestAt: '05:00' };
    expect(nextDigest('2026-05-10T20:00:00.000Z', early, berlin)).toBe('2026-05-11T06:00:00.000Z');
  });
  it('once a day, also for whoever has moved its hour', () => {
    const evening = { quiet: night, digestAt: '20:00' };
    const last = '2026-05-10T06:00:00.000Z';
    expect(nextDigest('2026-05-10T10:00:00.000Z', evening, berlin, last)).toBe('2026-05-11T18:00:00.000Z');
  });
});

describe('what people choose', () => {
  it('holds for every topic but results', () => {
    // Of results too, as no form of ours offers it.
    const topics = Object.fromEntries(allTopics.map((topic) => [topic, 'never'] as const));
    for (const topic of optionalTopics) expect(deliveryOf(topic, { topics })).toBe('never');
    expect(deliveryOf('result', { topics })).toBe('now');
    const settings = { ...defaultChoice, quiet: undefined, topics };
    const now = '2026-05-10T08:00:00.000Z';
    expect(letterFor('application', { settings, zone: berlin }, now)).toEqual({ state: 'none' });
    expect(letterFor('result', { settings, zone: berlin }, now)).toEqual({
      state: 'due',
      how: 'now',
      dueAt: now,
    });
  });
  it('counts a certificate that is revoked as a result, whatever is said of it', () => {
    expect(topicOf({ topic: 'other' }, 'CERTIFICATE', 'certificate.revoked')).toBe('result');
    expect(topicOf({}, 'CERTIFICATE', 'certificate.issued')).toBe('placement');
    expect(topicOf({}, 'UNHEARD_OF', 'x')).toBe('other');
  });
});

it('what was marked as read comes back with what has arrived since', () => {
  const inbox = { kind: 'student', studentId: StudentId.parse('s') } as const;
  const cleared = clear({ inbox, unread: 3, key: 'k', version: 1 }, '2026-05-10T08:00:00.000Z');
  expect(cleared).toMatchObject({ unread: 0, readBefore: '2026-05-10T08:00:00.000Z' });
  const back = bringBack({ ...cleared, unread: 1 });
  expect(back).toMatchObject({ unread: 4, readBefore: undefined });
  expect(bringBack(back)).toEqual(back);
});

it('what arrives is never read already, though everything was marked as read at that moment', () => {
  const inbox = { kind: 'student', studentId: StudentId.parse('s') } as const;
  const now = '2026-05-10T08:00:00.000Z';
  const state = clear({ inbox, unread: 3, key: 'k', version: 1 }, now);
  for (const at of [now, '2026-05-10T07:59:59.000Z', '2026-05-10T08:00:01.000Z'])
    expect(isRead({ arrivedAt: arrivalIn(state, at) }, state)).toBe(false);
  expect(arrivalIn({ ...state, readBefore: undefined }, now)).toBe(now);
});
