import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, canonicalParts } from '../../../matching/round/canonical.ts';
import { readSnapshot, SnapshotError, snapshotOf } from '../../../matching/round/snapshot.ts';
import { instances, reversed } from './instances.ts';

describe('canonicalJson', () => {
  it('sorts keys by UTF-16 code units and prints numbers as ECMAScript does (RFC 8785)', () => {
    const value = {
      '\u20ac': 1,
      '\r': 2,
      '10': 3,
      '9': 4,
      '\ud83d\ude00': 5,
      '\ufb33': 6,
      b: [1e21, -0, 0.1, null, true],
    };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"10":3,"9":4,"b":[1e+21,0,0.1,null,true],"\u20ac":1,"\ud83d\ude00":5,"\ufb33":6}',
    );
  });

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it.each([[NaN], [Infinity], [undefined], [10n], ['\ud800']])('refuses %s', (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError);
  });
});

describe('snapshotOf', () => {
  it('has the same bytes for any order of keys and reads back', () => {
    fc.assert(
      fc.property(instances(), (instance) => {
        const snapshot = snapshotOf({ roundId: 'r1', cycleId: 'c1', instance });
        const bytes = [...canonicalParts(snapshot)].join('');
        expect(
          canonicalJson(snapshotOf({ cycleId: 'c1', roundId: 'r1', instance: reversed(instance) })),
        ).toBe(bytes);
        expect(canonicalJson(snapshotOf(readSnapshot(JSON.parse(bytes))))).toBe(bytes);
      }),
    );
  });

  it.each([
    ['another format', { format: 'x' }, 'wrongFormat'],
    ['another engine', { engine: 'deferred-acceptance/1' }, 'wrongEngine'],
    ['no round', { round: 1 }, 'missingId'],
  ])('refuses %s', (_, changes, problem) => {
    const snapshot = snapshotOf({ roundId: 'r1', cycleId: 'c1', instance: { students: {}, postings: {} } });
    const read = () => readSnapshot({ ...snapshot, ...changes });
    expect(read).toThrow(SnapshotError);
    expect(read).toThrow(expect.objectContaining({ problem }));
  });
});
