import type { Option } from './choice-field.tsx';

const known =
  <T extends string>(options: readonly Option[]) =>
  (slug: string): slug is T =>
    options.some(({ value }) => value === slug);

/** Slugs as the API's types know them: the taxonomy that the server sent holds exactly these. */
export const keepKnown = <T extends string>(options: readonly Option[], slugs: readonly string[]): T[] =>
  slugs.filter(known<T>(options));
