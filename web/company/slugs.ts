import type { Draft } from './sections.ts';

export type Category = NonNullable<Draft['category']>;
export type Major = NonNullable<Draft['majors']>[number];
export type Skill = NonNullable<Draft['skills']>['required'][number];

export { keepKnown } from '../components/keep-known.ts';
