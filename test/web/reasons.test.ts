import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, it, test } from 'vitest';
import { datedPhases } from '../../functions/cycle/phases.ts';
import type { Operation } from '../../functions/operation.ts';
import { operations } from '../../functions/operations.ts';
import { plainReason } from '../../functions/plain-reasons.ts';
import { problemOf } from '../../functions/problem.ts';
import { nightsOf, requireWakingHours } from '../../functions/supplementary/nights.ts';
import { ApiProblem } from '../../web/api/problem.ts';
import { reasonKey } from '../../web/components/reason.ts';
import { nightProblem } from '../../web/coordinator/night-problem.ts';
import enImport from '../../web/i18n/en/coordinator-import.ts';
import enReasons from '../../web/i18n/en/shared-reasons.ts';
import zhImport from '../../web/i18n/zh/coordinator-import.ts';
import zhReasons from '../../web/i18n/zh/shared-reasons.ts';

const server = join(import.meta.dirname, '../../functions');

/** Not said to somebody on a page. */
const elsewhere: readonly RegExp[] = [
  /^(table|identity)\//, // what an operator reads; the issuer's pages have words of their own for each field
  /^rights\/holdings\.ts$/, // what a table holds
  /^changes\/rebuild-search\.ts$/, // an action of the trail
  /^(request|idempotency)\.ts$/, // headers and bytes, which the pages' own client writes
  /^import\/rejected\.ts$/, // a column of a file
];

/** What stands in the places of a reason, where it is no number: all that it can be. */
const placed: Readonly<Record<string, readonly string[]>> = {
  earlier: datedPhases.slice(0, -1),
  'known.state': ['rejected', 'suspended'],
};
const numbers = new Set(['max', 'most', 'least', 'asked', 'what.reserved', 'columns.length', 'maxColumns', 'maxCellLength', 'declinedDays']); // prettier-ignore
/** A zone has no list: the page of supplementary rounds puts it into a sentence of its own (below). */
const open = new Set(['leaves no hour between 7:00 and 23:00 in ${zone}']);

const withValues = (reason: string): string[] => {
  const [place, name = ''] = /\$\{([^}]+)\}/.exec(reason) ?? [];
  if (place === undefined) return [reason];
  return (numbers.has(name) ? ['3'] : (placed[name] ?? [place.slice(1)])).flatMap((value) =>
    withValues(reason.replace(place, value)),
  );
};

/** Texts that are predicates, as reasons are (“must …”, “is …”, “overlaps …”), and all that is called a reason. */
const predicate = /(['"`])((?:must|cannot|took|[a-z]+s) (?:(?!\1)[^\n\\]|\\.)*)\1/g;
const named = /\breason(?: =|:) (['"`])([a-z](?:(?!\1)[^\n\\]|\\.)*)\1/g;
const reasonsIn = (source: string): string[] =>
  [predicate, named].flatMap((pattern) =>
    [...source.matchAll(pattern)].map(([, , text = '']) => text.replaceAll(/\\(.)/g, '$1')),
  );
const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');

const fromSources = globSync('**/*.ts', { cwd: server })
  .filter((file) => !elsewhere.some((pattern) => pattern.test(file)))
  .flatMap((file) =>
    reasonsIn(withoutComments(readFileSync(join(server, file), 'utf8')))
      .filter((reason) => !open.has(reason))
      .flatMap(withValues)
      .map((reason) => ({ reason, from: file })),
  );

/** What a schema, or a check of one, says instead of the plain reason. */
const Saying = z.looseObject({
  error: z.custom<(issue: unknown) => unknown>((value) => typeof value === 'function'),
});
const Definition = z
  .object({ _zod: z.object({ def: z.looseObject({}) }) })
  .transform(({ _zod: { def } }) => def);

/** The definitions in a schema, each once: those of its parts and of its checks. */
const definitionsIn = (value: unknown, seen = new Set<unknown>()): object[] => {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  if (Array.isArray(value)) return value.flatMap((each: unknown) => definitionsIn(each, seen));
  const definition = Definition.safeParse(value).data;
  if (definition === undefined)
    return Object.getPrototypeOf(value) === Object.prototype
      ? Object.values(value).flatMap((each: unknown) => definitionsIn(each, seen))
      : [];
  return [definition, ...Object.values(definition).flatMap((each) => definitionsIn(each, seen))];
};

const asked: readonly (readonly [name: string, operation: Operation])[] = Object.entries(operations);
const fromSchemas = asked.flatMap(([name, { body, query }]) =>
  definitionsIn([body, query]).flatMap((definition) => {
    const said = Saying.safeParse(definition).data?.error({ code: 'custom', input: undefined });
    return said === undefined ? [] : [{ reason: z.string().parse(said), from: name }];
  }),
);

const missing = (
  said: readonly { reason: string; from: string }[],
  common: object,
  ofImport: object,
): string[] =>
  said
    .filter(({ reason, from }) => {
      const key = reasonKey(reason);
      return !Object.hasOwn(common, key) && !(from.startsWith('import/') && Object.hasOwn(ofImport, key));
    })
    .map(({ reason, from }) => `${from}: ${reason} (${reasonKey(reason)})`);

describe.each([
  ['Chinese', zhReasons, zhImport.importReasons],
  ['English', enReasons, enImport.importReasons],
])('what the server has against an input, in %s', (_, common, ofImport) => {
  it('has a sentence for each reason in its sources', () => {
    expect(fromSources.length).toBeGreaterThan(150);
    expect(missing(fromSources, common, ofImport)).toEqual([]);
  });
  it('has a sentence for each that a schema of the API names', () => {
    expect(new Set(fromSchemas.map(({ reason }) => reason)).size).toBeGreaterThan(50);
    expect(missing(fromSchemas, common, ofImport)).toEqual([]);
  });
});

test('Chinese reasons have full-width punctuation', () => {
  const texts = [...Object.values(zhReasons), ...Object.values(zhImport.importReasons)];
  expect(texts.filter((text) => /[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]/.test(text))).toEqual([]);
});

test.each<[schema: z.ZodType, input: unknown, reason: string]>([
  [z.string(), undefined, 'is missing'],
  [z.string(), 3, 'must be a text'],
  [z.number(), undefined, 'must be a number'],
  [z.int(), 1.5, 'must be a whole number'],
  [z.boolean(), 'yes', 'is missing or not valid'],
  [z.enum(['paid', 'unpaid']), undefined, 'is missing'],
  [z.enum(['paid', 'unpaid']), 'other', 'must be one of what can be chosen'],
  [z.string().min(1), '', 'must not be empty'],
  [z.string().min(3), 'ab', 'must have at least 3 characters'],
  [z.string().max(2), 'abc', 'must have at most 2 characters'],
  [z.array(z.string()).min(2), [], 'must have at least 2 entries'],
  [z.array(z.string()).max(0), ['a'], 'must have at most 0 entries'],
  [z.number().min(6), 5, 'must be at least 6'],
  [z.number().positive(), 0, 'must be more than 0'],
  [z.number().max(6), 7, 'must be at most 6'],
  [z.number().lt(6), 6, 'must be less than 6'],
  [z.email(), 'li', 'is not an email address'],
  [z.url(), 'example', 'must be a full address such as https://example.org'],
  [z.string().regex(/^a$/), 'b', 'is not written as it has to be'],
  [z.string('must be in words'), 3, 'must be in words'],
])('where a schema says nothing of its own, the reason is a predicate: %#', (schema, input, reason) => {
  const issues = schema.safeParse(input, { error: plainReason }).error?.issues.map(({ message }) => message);
  expect(issues).toEqual([reason]);
});

test('a window that is all night in a zone is refused in a sentence of the page, with the zone', () => {
  const window = { from: '2026-05-27T15:30:00.000Z', to: '2026-05-27T22:30:00.000Z' };
  const people = new Map([['Asia/Shanghai', { students: 3, postings: 0 }]]);
  const terms = { applying: window, ranking: window };
  const refused = (): ApiProblem => {
    try {
      requireWakingHours([nightsOf('applying', terms, people)]);
    } catch (error) {
      const { status, code, detail, fields } = problemOf(error);
      return new ApiProblem(status, code, detail, { fields });
    }
    throw new Error('The window was not refused.');
  };
  expect(nightProblem(refused(), (zone) => `全是夜间：${zone}`).fields).toEqual([
    { pointer: '/applying/to', reason: '全是夜间：Asia/Shanghai' },
  ]);
});
