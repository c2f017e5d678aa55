import { describe, expect, it } from 'vitest';
import { overlap } from '../../../matching/ranking/zones.ts';

const shanghai = { zone: 'Asia/Shanghai', coreHours: { from: '09:30', to: '18:00' } };

describe('overlap', () => {
  it('counts all core hours within one zone', () => {
    const student = { zones: [{ zone: 'Asia/Shanghai' }], workingHours: { from: '09:00', to: '17:00' } };
    const found = overlap({ posting: shanghai, student, from: '2026-06-29', to: '2026-08-21' });
    expect(found.averageMinutes).toBe(450);
    expect(found.periods).toHaveLength(1);
  });

  it('breaks where Frankfurt leaves daylight saving time, on Sunday 25 October 2026', () => {
    const student = { zones: [{ zone: 'Europe/Berlin' }], workingHours: { from: '07:00', to: '15:00' } };
    const found = overlap({ posting: shanghai, student, from: '2026-10-19', to: '2026-10-30' });
    expect(found.periods).toEqual([
      {
        from: '2026-10-19',
        to: '2026-10-24',
        studentZone: 'Europe/Berlin',
        minutes: 300,
        pieces: [{ startStudent: '07:00', endStudent: '12:00', startPosting: '13:00', endPosting: '18:00' }],
      },
      {
        from: '2026-10-25',
        to: '2026-10-30',
        studentZone: 'Europe/Berlin',
        minutes: 240,
        pieces: [{ startStudent: '07:00', endStudent: '11:00', startPosting: '14:00', endPosting: '18:00' }],
      },
    ]);
    expect(found.averageMinutes).toBe(270);
  });

  it('reads an evening in Vancouver as the next morning in Shanghai', () => {
    const student = { zones: [{ zone: 'America/Vancouver' }], workingHours: { from: '17:00', to: '23:00' } };
    const { periods } = overlap({ posting: shanghai, student, from: '2026-06-29', to: '2026-08-21' });
    expect(periods.map(({ pieces, minutes }) => ({ pieces, minutes }))).toEqual([
      {
        minutes: 270,
        pieces: [{ startStudent: '18:30', endStudent: '23:00', startPosting: '09:30', endPosting: '14:00' }],
      },
    ]);
  });

  it('finds none when the hours never meet', () => {
    const student = { zones: [{ zone: 'America/Vancouver' }], workingHours: { from: '09:00', to: '17:00' } };
    const found = overlap({ posting: shanghai, student, from: '2026-06-29', to: '2026-08-21' });
    expect(found.averageMinutes).toBe(0);
    expect(found.periods[0]?.pieces).toEqual([]);
  });

  it('goes past midnight and can have two pieces', () => {
    const posting = { zone: 'UTC', coreHours: { from: '08:00', to: '20:00' } };
    const student = { zones: [{ zone: 'UTC' }], workingHours: { from: '18:00', to: '10:00' } };
    const found = overlap({ posting, student, from: '2026-06-29', to: '2026-06-29' });
    expect(found.periods[0]).toMatchObject({
      minutes: 240,
      pieces: [
        { startStudent: '08:00', endStudent: '10:00' },
        { startStudent: '18:00', endStudent: '20:00' },
      ],
    });
  });

  it('breaks where the student moves, both dates inclusive', () => {
    const zones = [
      { zone: 'Europe/Berlin', to: '2026-07-15' },
      { zone: 'Asia/Shanghai', from: '2026-07-16' },
    ];
    const student = { zones, workingHours: { from: '09:00', to: '18:00' } };
    const { periods } = overlap({ posting: shanghai, student, from: '2026-07-13', to: '2026-07-17' });
    expect(periods.map(({ from, to, minutes }) => [from, to, minutes])).toEqual([
      ['2026-07-13', '2026-07-15', 180],
      ['2026-07-16', '2026-07-17', 510],
    ]);
  });

  it('counts weekdays only in its average', () => {
    // Friday in summer time, Monday in winter time, the weekend between
    const student = { zones: [{ zone: 'Europe/Berlin' }], workingHours: { from: '07:00', to: '15:00' } };
    expect(overlap({ posting: shanghai, student, from: '2026-10-23', to: '2026-10-26' }).averageMinutes).toBe(
      270,
    );
  });

  it('knows half hours and refuses what is no zone', () => {
    const student = { zones: [{ zone: 'Asia/Kolkata' }], workingHours: { from: '09:00', to: '18:00' } };
    const question = { posting: shanghai, student, from: '2026-06-29', to: '2026-06-29' };
    expect(overlap(question).averageMinutes).toBe(390);
    const mars = { ...student, zones: [{ zone: 'Mars/Olympus' }] };
    expect(() => overlap({ ...question, student: mars })).toThrow(RangeError);
  });
});
