import skillNames from './skills.json' with { type: 'json' };
import { isCategory, type CategorySlug } from './categories.ts';

export type SkillSlug = keyof typeof skillNames;

export interface Skill {
  readonly slug: SkillSlug;
  readonly zh: string;
  readonly en: string;
  /** The categories whose postings often need it. */
  readonly categories: readonly CategorySlug[];
}

export function isSkill(slug: string): slug is SkillSlug {
  return Object.hasOwn(skillNames, slug);
}

export const skillSlugs: readonly SkillSlug[] = Object.keys(skillNames).filter(isSkill);

export const skills: readonly Skill[] = skillSlugs.map((slug) => ({
  slug,
  zh: skillNames[slug].zh,
  en: skillNames[slug].en,
  categories: skillNames[slug].categories.filter(isCategory),
}));

/** By slug. */
export { skillNames };
