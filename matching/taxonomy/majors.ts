import majorNames from './majors.json' with { type: 'json' };

export type MajorSlug = keyof typeof majorNames;

export interface Major {
  readonly slug: MajorSlug;
  readonly zh: string;
  readonly en: string;
}

export function isMajor(slug: string): slug is MajorSlug {
  return Object.hasOwn(majorNames, slug);
}

export const majorSlugs: readonly MajorSlug[] = Object.keys(majorNames).filter(isMajor);

export const majors: readonly Major[] = majorSlugs.map((slug) => ({ slug, ...majorNames[slug] }));

/** By slug. */
export { majorNames };
