import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesOf, type Entry, type Sections, WrongKind } from '../../../matching/round/read/entries.ts';
import { EntryReader } from '../../../matching/round/read/entry-reader.ts';
import { NotJson } from '../../../matching/round/read/not-json.ts';

const sections: Sections = { lists: 'object', inner: 'object', 'inner.deep': 'object', items: 'list' };

/** Pieces of the given lengths, over and over; of one length when there is only one. */
function read(text: string, lengths: readonly number[] = [text.length]): Entry[] {
  const found: Entry[] = [];
  const reader = new EntryReader(sections, (entry) => found.push(entry));
  for (let [at, piece] = [0, 0]; at < text.length; piece += 1) {
    const length = Math.max(1, lengths[piece % lengths.length] ?? 1);
    reader.push(text.slice(at, at + length));
    at += length;
  }
  reader.end();
  return found;
}

const value = fc.jsonValue({ maxDepth: 2 });
const keys = fc.oneof(fc.string(), fc.constantFrom('__proto__', '10', '2', 'a"b\\', '中文', ' ', '},{'));
const dictionary = fc.dictionary(keys, value, { noNullPrototype: true });
const documents = fc.record(
  {
    lists: dictionary,
    inner: fc.record({ deep: dictionary, other: value }, { requiredKeys: [], noNullPrototype: true }),
    items: fc.array(value),
    plain: value,
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe('EntryReader', () => {
  it('gives the entries of the document, however the text is cut and spaced', () => {
    fc.assert(
      fc.property(
        documents,
        fc.constantFrom(undefined, 1, '\t'),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }),
        (document, spaces, lengths) => {
          const text = JSON.stringify(document, null, spaces);
          expect(read(text, lengths)).toEqual([...entriesOf(JSON.parse(text), sections)]);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['in a value', '{"plain":{"a":1,"a":2}}', 'plain'],
    ['deep in a value', '{"inner":{"other":[{"b":[{"a":1,"a":2}]}]}}', 'inner.other'],
    ['in a member', '{"lists":{"x":1,"y":{"a":":","a":2}}}', 'lists.y'],
    ['in an item', '{"items":[{"a":1},{"a":1,"a":2}]}', 'items[1]'],
  ])('refuses a key that stands twice %s', (_, text, entry) => {
    for (const lengths of [[text.length], [1], [4]]) {
      expect(() => read(text, lengths)).toThrow(expect.objectContaining({ entry }));
      expect(() => read(text, lengths)).toThrow('stands twice');
    }
  });

  it('refuses what is too deep to be meant', () => {
    const nested = (depth: number) => `{"plain":0,"lists":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
    expect(read(nested(100))).toHaveLength(3);
    for (const depth of [102, 300_000])
      expect(() => read(nested(depth))).toThrow(expect.objectContaining({ entry: 'lists.a' }));
    expect(() => read(nested(300_000))).toThrow('more than 100 deep');
  });

  it('gives a member that stands twice twice, for whoever receives it to judge', () => {
    expect(read('{"lists":{"a":1,"b":2,"a":3}}')).toEqual([
      expect.objectContaining({ section: '', key: 'lists' }),
      { section: 'lists', key: 'a', value: 1 },
      { section: 'lists', key: 'b', value: 2 },
      { section: 'lists', key: 'a', value: 3 },
    ]);
  });

  it.each([
    ['nothing', '', '', 'ends too early'],
    ['half a document', '{"lists":{"a":1', 'lists', 'ends too early'],
    ['text behind it', '{} {}', '', 'more text'],
    ['a bare word', '{"plain":yes}', 'plain', 'not JSON'],
    ['a bare word among members', '{"lists":{"a":1,"b":yes}}', 'lists.b', 'not JSON'],
    ['a bare word in a list', '{"items":[1,yes]}', 'items[1]', 'not JSON'],
    ['no colon', '{"plain" 1}', '', 'colon'],
    ['no comma', '{"plain":{"a":1} "other":2}', 'plain', 'not JSON'],
    ['a comma too many', '{"lists":{"a":1,}}', 'lists', 'comma'],
    ['a comma in front', '{"lists":{,"a":1}}', 'lists', 'comma'],
    ['two commas', '{"items":[1,,2]}', 'items', 'comma'],
    ['a key that is no text', '{"lists":{1:2}}', 'lists', 'not JSON'],
    ['the wrong bracket', '{"lists":{"a":1]}', 'lists', 'bracket'],
    ['the wrong bracket inside', '{"lists":{"a":[1}}}', 'lists.a', 'not JSON'],
    ['a member without a key', '{"lists":{"a":1},{"c":2}}', '', 'key'],
  ])('refuses %s, in one piece and in many, and says where', (_, text, entry, reason) => {
    for (const lengths of [[text.length || 1], [1], [3]]) {
      expect(() => read(text, lengths)).toThrow(NotJson);
      expect(() => read(text, lengths)).toThrow(expect.objectContaining({ entry }));
      expect(() => read(text, lengths)).toThrow(reason);
    }
  });

  it.each([
    ['a list for the document', '[]', 'document'],
    ['a list for an object', '{"lists":[]}', 'lists'],
    ['an object for a list', '{"items":{}}', 'items'],
    ['a number for an object', '{"inner":{"deep":7}}', 'inner.deep'],
  ])('refuses %s as a document in memory does', (_, text, entry) => {
    expect(() => read(text)).toThrow(WrongKind);
    expect(() => read(text)).toThrow(expect.objectContaining({ entry }));
    expect(() => [...entriesOf(JSON.parse(text), sections)]).toThrow(expect.objectContaining({ entry }));
  });
});
