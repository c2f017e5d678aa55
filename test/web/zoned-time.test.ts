import { describe, expect, it } from 'vitest';
import { instantOf, localTimeOf } from '../../web/coordinator/zoned-time.ts';

describe('times typed as the clocks of a zone show them', () => {
  it('says an instant on the clocks of a zone', () => {
    expect(localTimeOf('2027-05-15T10:00:00.000Z', 'Asia/Shanghai')).toBe('2027-05-15T18:00');
    expect(localTimeOf('2027-05-15T10:00:00.000Z', 'America/Vancouver')).toBe('2027-05-15T03:00');
  });
  it('finds the instant again, summer and winter', () => {
    for (const zone of ['Asia/Shanghai', 'America/Vancouver', 'Asia/Kolkata', 'Pacific/Kiritimati'])
      for (const instant of ['2027-01-15T10:00:00.000Z', '2027-07-15T23:30:00.000Z'])
        expect(instantOf(localTimeOf(instant, zone), zone)).toBe(instant);
  });
  it('takes the first of an hour that comes twice', () => {
    // Berlin, 31 October 2027: 02:30 is at 00:30Z and again at 01:30Z.
    expect(instantOf('2027-10-31T02:30', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z');
  });
  it('goes past an hour that is skipped', () => {
    // Berlin, 28 March 2027: there is no 02:30; the clocks go on at 03:00, which is 01:00Z.
    expect(instantOf('2027-03-28T02:30', 'Europe/Berlin')).toBe('2027-03-28T01:30:00.000Z');
  });
  it('has no instant for what is no time', () => {
    expect(instantOf('', 'Asia/Shanghai')).toBe('');
  });
});
