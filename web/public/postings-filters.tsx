import type { Result } from '../api/types.ts';
import { Facet, Filters } from '../components/filters.tsx';
import type { FacetValue } from '../components/filters.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import type { QueryValues } from '../shell/place.tsx';
import { facetNames } from './postings-search.ts';
import type { FacetName } from './postings-search.ts';

type Facets = Result<'searchPostings'>['facets'];

/** The facets of the list with the counts that a further choice would leave. */
export function PostingFilters(props: { facets: Facets; typed: { readonly current: QueryValues } }) {
  const t = useT('posting');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  const query = useQuery();
  const label: Record<FacetName, (value: string) => string> = {
    category: names.category,
    major: names.major,
    workMode: (value) => words.maybe(`workModes.${value}`) ?? value,
    language: f.language,
    paid: (value) => t(value === 'true' ? 'facets.paidYes' : 'facets.paidNo'),
  };
  const counts = (name: FacetName): Record<string, number> => {
    const found = props.facets[name] ?? {};
    return name === 'paid' ? { true: found['yes'] ?? 0, false: found['no'] ?? 0 } : found;
  };
  // What is chosen stays in the list even when nothing is left of it.
  const values = (name: FacetName): FacetValue[] =>
    [...new Set([...Object.keys(counts(name)), ...query.all(name)])]
      .map((value) => ({ value, label: label[name](value), count: counts(name)[value] ?? 0 }))
      .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  return (
    <Filters names={facetNames}>
      {facetNames.map((name) => (
        <Facet
          key={name}
          name={name}
          legend={t(`facets.${name}`)}
          values={values(name)}
          folded={name === 'major' || name === 'category'}
          typed={props.typed}
        />
      ))}
    </Filters>
  );
}
