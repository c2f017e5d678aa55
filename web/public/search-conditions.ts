import type { Args, Result } from '../api/types.ts';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Query } from '../shell/place.tsx';
import { conditionNames } from './postings-search.ts';

export type SavedSearch = Result<'listSavedSearches'>['items'][number];
type Conditions = Args<'saveSearch'>['body']['conditions'];

/** What the address of the postings page asks for, as a saved search keeps it. */
export function conditionsOf(query: Query): Conditions {
  const words = query.one('q')?.trim();
  const paid = query.all('paid');
  const lists = Object.fromEntries(
    conditionNames
      .filter((name) => name !== 'paid' && query.all(name).length > 0)
      .map((name) => [name, query.all(name)]),
  );
  return {
    ...lists,
    ...(words !== undefined &&
      words !== '' && { q: words, ...(query.one('exact') === 'true' && { exact: 'true' }) }),
    ...(paid.length === 1 && { paid: paid[0] === 'true' ? 'true' : 'false' }),
  };
}

/** The address of a search, its conditions in one order: searches that ask the same have the same. */
export function hrefOf(conditions: Conditions): string {
  const pairs = Object.entries(conditions).flatMap(([name, value]) =>
    value === undefined ? [] : [value].flat().map((one) => [name, String(one)]),
  );
  const text = new URLSearchParams(
    pairs.toSorted((a, b) => a.join('=').localeCompare(b.join('='))),
  ).toString();
  return text === '' ? '/postings' : `/postings?${text}`;
}

/** A search's conditions in words. `company`: the name of the one company that it is about, where it is known. */
export function useConditionWords(): (conditions: Conditions, company?: string) => string {
  const t = useT('saved');
  const p = useT('posting');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  return (conditions, company) => {
    const { q, exact, category = [], workMode = [], language = [], major = [], paid, overlap } = conditions;
    const all = [
      ...(q === undefined ? [] : [t(exact === undefined ? 'words' : 'exactWords', { words: q })]),
      ...category.map(names.category),
      ...workMode.map((mode) => words(`workModes.${mode}`)),
      ...language.map(f.language),
      ...(paid === undefined ? [] : [p(paid === 'true' ? 'facets.paidYes' : 'facets.paidNo')]),
      ...major.map(names.major),
      ...(conditions.company === undefined ? [] : [company ?? t('company')]),
      ...(overlap === undefined ? [] : [t('overlap', { duration: f.duration(overlap * 60) })]),
    ];
    return all.length === 0 ? t('all') : all.join(t('join'));
  };
}
