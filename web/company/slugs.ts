import type { Option } from '../components/choice-field.tsx';
import type { Draft } from './sections.ts';

export type Category = NonNullable<Draft['category']>;
export type Major = NonNullable<Draft['majors']>[number];
export type Skill = NonNullable<Draft['skills']>['required'][number];

const known =
  <T extends string>(options: readonly Option[]) =>
  (slug: string): slug is T =>
    options.some(({ value }) => value === slug);

/** Slugs as the API's types know them: the taxonomy that the server sent holds exactly these. */
export const keepKnown = <T extends string>(options: readonly Option[], slugs: readonly string[]): T[] =>
  slugs.filter(known<T>(options));
