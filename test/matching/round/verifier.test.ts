import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../matching/round/canonical.ts';
import { match } from '../../../matching/round/match.ts';
import { readLists } from '../../../matching/round/read/instance-reader.ts';
import { NotJson } from '../../../matching/round/read/not-json.ts';
import { verify, Verifier } from '../../../matching/round/verify.ts';
import { everyKind } from './every-kind.ts';

const inPieces = (instance: Parameters<typeof match>[0], text: string, length: number) => {
  const verifier = new Verifier(readLists(instance));
  for (let at = 0; at < text.length; at += length) verifier.push(text.slice(at, at + length));
  return verifier.end(match(instance).snapshot);
};
const small = { students: { ann: ['lab'] }, postings: { lab: { capacity: 1, ranking: ['ann'] } } };
const text = canonicalJson(match(small));

describe('Verifier', () => {
  it('finds in pieces of text what verify finds in memory, right or wrong, in any order of keys', () => {
    fc.assert(
      fc.property(everyKind(5, 4), everyKind(5, 4), fc.integer({ min: 1, max: 50 }), (one, other, length) => {
        for (const result of [match(one), { ...match(other), snapshot: match(one).snapshot }]) {
          const reversed = Object.fromEntries(Object.entries(result).toReversed());
          const { violations } = inPieces(one, JSON.stringify(reversed, null, 1), length);
          expect(violations).toEqual(verify(one, reversed));
        }
      }),
    );
  });

  it('reads what a result states, for those who show it', () => {
    expect(inPieces(small, text, 7).stated?.histogram).toEqual(new Map([['1', 1]]));
  });

  it.each([
    [
      'a student twice in the assignment',
      text.replace('"ann":"lab"', '"ann":"lab","ann":null'),
      'assignment.ann',
    ],
    ['a member twice', text.replace('{', '{"snapshot":"sha256:0",'), 'snapshot'],
    ['a part left out', text.replace(',"unmatched":[]', ''), 'unmatched'],
    ['a member that no result has', text.replace('{', '{"note":"approved",'), 'note'],
    ['one in the certificate', text.replace('"groups":{}', '"groups":{},"worst":{}'), 'certificate.worst'],
    [
      'one of a posting',
      text.replace('"admitted":1', '"admitted":1,"worst":"ann"'),
      'certificate.postings.lab.worst',
    ],
    ['a figure twice', text.replace('"1":1', '"1":99,"1":1'), 'rankHistogram.1'],
    ['a figure of nothing', text.replace('"1":1', '"1":1,"5":0'), 'rankHistogram.5'],
    [
      'reasons for nothing',
      text.replace('"students":{}', '"students":{"ann":{}}'),
      'certificate.students.ann',
    ],
    ['a list for an object', text.replace('"transferred":{}', '"transferred":[]'), 'transferred'],
    ['a place counted from 0', text.replace('"lastPlace":1', '"lastPlace":0'), undefined],
    [
      'seats that are no whole number',
      text.replace('"seats":1', '"seats":1.5'),
      'certificate.postings.lab.seats',
    ],
  ])('rejects %s', (_, changed, entry) => {
    expect(changed).not.toBe(text);
    expect(inPieces(small, changed, 11).violations).toEqual([
      entry === undefined
        ? { violation: 'wrongCertificate', posting: 'lab' }
        : { violation: 'unreadableResult', entry },
    ]);
  });

  it('rejects lists that are not in the order of ids', () => {
    const students = { ann: ['lab'], bo: ['lab'] };
    const instance = { students, postings: { lab: { capacity: 0, ranking: [] } } };
    const result = match(instance);
    for (const list of ['unmatched', 'ignored'] as const) {
      const { violations } = inPieces(
        instance,
        JSON.stringify({ ...result, [list]: result[list].toReversed() }),
        9,
      );
      expect(violations).toEqual([{ violation: 'unreadableResult', entry: `${list}[1]` }]);
    }
  });

  it('throws on a key that stands twice, of which readers would take either', () => {
    const changed = text.replace('"admitted":1', '"admitted":7,"admitted":1');
    expect(() => inPieces(small, changed, 13)).toThrow(NotJson);
    expect(() => inPieces(small, changed, 13)).toThrow('twice');
  });

  it('throws on text that is not JSON or ends too early', () => {
    expect(() => inPieces(small, text.slice(0, -1), 5)).toThrow(NotJson);
    expect(() => inPieces(small, text.replace(':null', ':nil').replace('"lab"', 'lab'), 5)).toThrow(NotJson);
  });
});

describe('verify, with ties', () => {
  const students = { ann: ['lab', 'bank'], bo: ['lab', 'bank'] };
  const ranking = [['ann', 'bo']];
  const postings = { lab: { capacity: 1, ranking }, bank: { capacity: 1, ranking } };
  const of = (seed: string) => ({ students, postings, seed });

  it('rejects a result whose certificate is right but that another seed has drawn', () => {
    const seeds = Array.from({ length: 50 }, (_, n) => String(n));
    const [mine, ...others] = seeds;
    const drawn = match(of(mine ?? ''));
    const another = others
      .map((seed) => match(of(seed)))
      .find(({ assignment }) => assignment['ann'] !== drawn.assignment['ann']);
    const [loser] = Object.entries(another?.assignment ?? {}).filter(([, posting]) => posting === 'bank');
    expect(verify(of(mine ?? ''), { ...another, snapshot: drawn.snapshot })).toEqual([
      { violation: 'worseThanDrawn', student: loser?.[0] },
    ]);
  });
});
