import { categories, isCategory } from '../../matching/taxonomy/categories.ts';
import { skills } from '../../matching/taxonomy/skills.ts';
import type { Handlers } from '../call.ts';
import { getCycle } from '../cycle/store.ts';
import type { suggestionOperations } from './api.ts';
import { begins, typed } from './rules.ts';
import type { Suggestion } from './schema.ts';
import { suggestionsOf } from './store.ts';

/** So many of each kind that all of them fit below the box on a phone. */
const most = { title: 3, skill: 2, category: 1, company: 2 };

/** Terms by their names in the language that is being typed, first those that begin so. */
const termsOf = <T extends { zh: string; en: string }>(q: string, terms: readonly T[], limit: number) =>
  terms
    .flatMap((term) => {
      const text = [term.zh, term.en].find((name) => begins(q, name));
      return text === undefined ? [] : [{ term, text, whole: typed(text).startsWith(q) }];
    })
    .toSorted((a, b) => Number(b.whole) - Number(a.whole))
    .slice(0, limit);

export const suggestionHandlers: Handlers<keyof typeof suggestionOperations> = {
  listSuggestions: async ({ query, deps }) => {
    const q = typed(query.q);
    if (q === '') return { items: [] };
    const cycle = await getCycle(deps.table, query.cycle ?? 'current');
    const of = (kind: 'title' | 'company') =>
      suggestionsOf(deps.table, cycle.id, kind, { q, limit: most[kind] });
    const [titles, companies] = await Promise.all([of('title'), of('company')]);
    const inCategories = termsOf(q, categories, most.category).flatMap(({ term, text }): Suggestion[] =>
      isCategory(term.slug) ? [{ kind: 'category', text, category: term.slug }] : [],
    );
    const inSkills = termsOf(q, skills, most.skill).map(({ text }): Suggestion => ({ kind: 'skill', text }));
    return { items: [...titles, ...inSkills, ...inCategories, ...companies] };
  },
};
