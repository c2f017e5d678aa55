import type { Option } from './choice-field.tsx';

/** Slugs as the API's types know them: the taxonomy that the server sent holds exactly these. */
export function keepKnown<T extends string>(options: readonly Option[], slugs: readonly string[]): T[] {
  const isKnown = (slug: string): slug is T => options.some(({ value }) => value === slug);
  return slugs.filter(isKnown);
}
