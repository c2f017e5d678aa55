import type { CompletePosting } from '../posting/schema.ts';
import type { Company } from '../company/schema.ts';
import { publicCompany } from '../company/store.ts';
import { entity } from '../table/entity.ts';
import type { JsonObject, Key, Operation, Stamp, Table } from '../table/table.ts';
import { startsOf } from './rules.ts';
import { Suggested, Suggestion } from './schema.ts';

const shelf = (cycleId: string, kind: Suggestion['kind']): string => `SUGGESTIONS#${cycleId}#${kind}`;

/** Where all that is suggested of a cycle's postings stands. */
export const shelvesOf = (cycleId: string): string[] =>
  (['title', 'company'] as const).map((kind) => shelf(cycleId, kind));

export const suggested = entity({
  schema: Suggested,
  key: ({ postingId }) => ({ pk: `SUGGESTED#${postingId}`, sk: 'SUGGESTED' }),
});
export const findSuggested = (table: Table, postingId: string): Promise<Suggested | undefined> =>
  suggested.get(table, { pk: `SUGGESTED#${postingId}`, sk: 'SUGGESTED' });

type Entry = Key & { body: JsonObject };

/** The entries by which a posting's title and company are found in both languages. */
export const entriesOf = (posting: CompletePosting, company: Company): Entry[] => {
  const { title } = posting.content;
  const { name } = publicCompany(company);
  const entries = (suggestion: Suggestion): Entry[] =>
    startsOf(suggestion.text).map((start) => ({
      pk: shelf(posting.cycleId, suggestion.kind),
      sk: `${start}#${posting.id}`,
      body: suggestion,
    }));
  const languages = ['zh', 'en'] as const;
  const all = languages.flatMap((lang) => [
    ...(title[lang] === undefined ? [] : entries({ kind: 'title', text: title[lang] })),
    ...(name[lang] === undefined ? [] : entries({ kind: 'company', text: name[lang], company: company.id })),
  ]);
  return [...new Map(all.map((entry) => [`${entry.pk} ${entry.sk}`, entry])).values()];
};

/** The operations that make a posting's entries these and no others. */
export const replaceEntries = (
  before: Suggested | undefined,
  postingId: string,
  entries: readonly Entry[],
  by: Stamp,
): Operation[] => {
  const keys = entries.map(({ pk, sk }) => ({ pk, sk }));
  const wanted = new Set(keys.map(({ pk, sk }) => `${pk} ${sk}`));
  const gone = (before?.keys ?? []).filter(({ pk, sk }) => !wanted.has(`${pk} ${sk}`));
  return [
    before === undefined
      ? suggested.create({ postingId, keys }, by)
      : suggested.update({ ...before, keys }, by),
    ...gone.map((key) => ({ delete: { ...key, stamp: by } })),
    ...entries.map((entry) => ({ put: { ...entry, stamp: by } })),
  ];
};

const last = '\uffff';

/** The distinct texts of a kind that begin with what was typed, in order; each costs one read, however many postings have it. */
export const suggestionsOf = async (
  table: Table,
  cycleId: string,
  kind: Suggestion['kind'],
  { q, limit }: { q: string; limit: number },
): Promise<Suggestion[]> => {
  const found = new Map<string, Suggestion>();
  for (let from = q; found.size < limit;) {
    const { items } = await table.query({
      pk: shelf(cycleId, kind),
      sk: { from, to: `${q}${last}` },
      limit: 1,
    });
    const [item] = items;
    if (item === undefined) break;
    const suggestion = Suggestion.parse(item.body);
    if (!found.has(suggestion.text)) found.set(suggestion.text, suggestion);
    // Past every posting with this text: "$" comes next after "#".
    from = `${item.sk.slice(0, item.sk.lastIndexOf('#'))}$`;
  }
  return [...found.values()];
};
