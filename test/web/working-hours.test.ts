import { describe, expect, it } from 'vitest';
import { nextChange } from '../../web/components/next-change.ts';
import { lengthOf, shared, stretchesOf } from '../../web/components/working-hours.ts';

const shanghai = { zone: 'Asia/Shanghai', from: '13:00', to: '18:00' };
const berlin = { zone: 'Europe/Berlin', from: '08:00', to: '20:00' };
const summer = Date.parse('2027-10-01T12:00:00Z');

describe('working hours of two zones', () => {
  it('finds the overlap in the viewer’s day', () => {
    const both = shared(
      stretchesOf(berlin, 'Europe/Berlin', summer),
      stretchesOf(shanghai, 'Europe/Berlin', summer),
    );
    expect(both).toEqual([{ from: 480, to: 720 }]);
  });
  it('says when a clock change alters it', () => {
    const change = nextChange(berlin, shanghai, summer, Date.parse('2027-11-30T12:00:00Z'));
    expect(change).toEqual({ at: Date.parse('2027-10-31T12:00:00Z'), minutes: 180 });
  });
  it('cuts hours that cross the viewer’s midnight, and loses none', () => {
    const office = { zone: 'Asia/Shanghai', from: '10:00', to: '18:00' };
    const cut = stretchesOf(office, 'America/Vancouver', Date.parse('2027-07-01T12:00:00Z'));
    expect(cut).toEqual([
      { from: 1140, to: 1440 },
      { from: 0, to: 180 },
    ]);
    expect(lengthOf(cut)).toBe(480);
  });
});
