import { useResource } from '../api/use-resource.ts';
import { useLang } from '../i18n/use-lang.tsx';
import type { Option } from './choice-field.tsx';

/** Names of categories, majors and skills in the reader's language; a slug stands for itself until they are here. */
export interface Names {
  category: (slug: string) => string;
  major: (slug: string) => string;
  skill: (slug: string) => string;
  /** As options of a field, in the taxonomy's order. */
  categories: readonly Option[];
  majors: readonly Option[];
  skills: readonly Option[];
}

export function useNames(): Names {
  const { lang } = useLang();
  const taxonomy = useResource('getTaxonomy').data;
  const options = (kind: 'categories' | 'majors' | 'skills'): Option[] =>
    (taxonomy?.[kind] ?? []).map((term) => ({ value: term.slug, label: term[lang] }));
  const lists = { categories: options('categories'), majors: options('majors'), skills: options('skills') };
  const name = (list: readonly Option[]) => (slug: string) =>
    list.find(({ value }) => value === slug)?.label ?? slug;
  return { ...lists, category: name(lists.categories), major: name(lists.majors), skill: name(lists.skills) };
}
