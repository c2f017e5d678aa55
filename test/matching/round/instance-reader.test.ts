import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryReader } from '../../../matching/round/read/entry-reader.ts';
import { InstanceReader, readLists } from '../../../matching/round/read/instance-reader.ts';
import type { Lists } from '../../../matching/round/read/lists.ts';
import { everyKind } from './every-kind.ts';

/** Pieces of the given lengths, over and over. */
function inPieces(text: string, lengths: readonly number[], push: (piece: string) => void): void {
  for (let [at, piece] = [0, 0]; at < text.length; piece += 1) {
    const length = lengths[piece % lengths.length] ?? 1;
    push(text.slice(at, at + length));
    at += length;
  }
}

function read(text: string, lengths: readonly number[] = [text.length]): Lists {
  const reader = new InstanceReader();
  inPieces(text, lengths, (piece) => reader.push(piece));
  return reader.end();
}

/** With every entry parsed by JSON.parse. */
function readParsed(text: string): Lists {
  const instance = new InstanceReader();
  const reader = new EntryReader({ students: 'object', postings: 'object' }, (entry) => instance.add(entry));
  reader.push(text);
  reader.end();
  return instance.finish();
}

const outcome = (task: () => Lists): unknown => {
  try {
    return task();
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
};

/** Ids as they come: digits, any script, what JSON escapes, and some longer than a piece of text. */
const names = ['10', '__proto__', '中文', '😀', 'a"b', 'line\nfeed', '', ' ],', 'é', 'x'.repeat(400)];
const texts = fc.tuple(everyKind(6, 4), fc.shuffledSubarray(names)).map(([instance, chosen]) =>
  JSON.stringify(instance).replaceAll(/"([sp])(\d)"/g, (whole, side: string, number: string) => {
    const name = chosen[Number(number)];
    return name === undefined ? whole : JSON.stringify(side === 's' ? name : `${name}!`);
  }),
);
const lengths = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 });

const sample = JSON.stringify({
  seed: 'one',
  students: { ann: ['lab', 'bank'], bo: ['bank'], cy: [], 中文: ['lab', 'bank', 'shop'] },
  postings: {
    lab: { capacity: 1, ranking: ['中文', 'ann'] },
    bank: { capacity: 20, ranking: [['ann', 'bo'], '中文'] },
    shop: { capacity: 0, ranking: [] },
    yard: { capacity: 7, ranking: ['cy', ['bo'], 'ann'] },
  },
  transfers: { lab: 'yard' },
});

/** What can be written in an entry that is odd or wrong. */
const changes: readonly (readonly [RegExp, string])[] = [
  [/"capacity":\d+/g, '"capacity":-1'],
  [/"capacity":\d+/g, '"capacity":1.5'],
  [/"capacity":\d+/g, '"capacity":01'],
  [/"capacity":\d+/g, '"capacity":1e1'],
  [/"capacity":\d+/g, '"capacity":999999999999999'],
  [/"capacity":\d+/g, '"capacity":9007199254740993'],
  [/"capacity":\d+/g, '"capacity":"1"'],
  [/"capacity":\d+/g, '"capacity":'],
  [/"capacity":\d+/g, '"seats":1'],
  [/"capacity":(\d+),("ranking":\[[^\]]*\])\}/g, '$2,"capacity":$1}'],
  [/\["(.)/g, '["\\u0073'],
  [/\["/g, '["stranger","'],
  [/\[("[^"]*")/g, '[$1,$1'],
  [/\[("[^"]*")/g, '[[$1]'],
  [/\[("[^"]*")/g, '[[$1,[$1]]'],
  [/\["/g, '[,"'],
  [/\["/g, '[7,"'],
  [/\["/g, '[[],"'],
  [/\["/g, '["\u0001'],
  [/\["/g, '["\ud800'],
  [/\["/g, '["\\ud800'],
  [/\["/g, '["\\x'],
  [/"\]/g, '",]'],
  [/"\]/g, '"'],
  [/\],/g, ']]'],
  [/\],/g, ']}'],
  [/\],/g, '],,'],
  [/\],/g, ']\u00a0,'],
  [/":\[/g, '"\n: ['],
  [/":\[/g, '":\u00a0['],
  [/":\[/g, '"['],
  [/":\[/g, '":null,"z":['],
  [/"([^"]*)":\[[^\]]*\]/g, '$&,$&'],
  [/"(\w)/g, '"\t$1'],
];

describe('InstanceReader', () => {
  it('reads from text, however it is cut and spaced, what it reads from memory', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(undefined, 1, '\t'), lengths, (text, spaces, cut) => {
        const document: unknown = JSON.parse(text);
        expect(read(JSON.stringify(document, null, spaces), cut)).toEqual(readLists(document));
      }),
      { numRuns: 500 },
    );
  });

  it.each(changes)(
    'finds where %s is %s, however the text is cut, what it finds where every entry is parsed',
    (from, to) => {
      const places = [...sample.matchAll(from)];
      expect(places).not.toEqual([]);
      for (const { index, 0: found } of places) {
        const odd =
          sample.slice(0, index) +
          found.replace(new RegExp(from.source), to) +
          sample.slice(index + found.length);
        const expected = outcome(() => readParsed(odd));
        for (const cut of [[odd.length], [1], [7], [50, 3]])
          expect(outcome(() => read(odd, cut))).toEqual(expected);
      }
    },
  );
});
