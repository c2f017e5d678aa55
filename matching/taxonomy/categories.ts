import categoryNames from './categories.json' with { type: 'json' };
import type { MajorSlug } from './majors.ts';

/** The job categories of a posting. The JSON is keyed by slug so that the slugs are a type. */
export type CategorySlug = keyof typeof categoryNames;

export interface Category {
  readonly slug: CategorySlug;
  readonly zh: string;
  readonly en: string;
}

export function isCategory(slug: string): slug is CategorySlug {
  return Object.hasOwn(categoryNames, slug);
}

export const categorySlugs: readonly CategorySlug[] = Object.keys(categoryNames).filter(isCategory);

export const categories: readonly Category[] = categorySlugs.map((slug) => ({
  slug,
  ...categoryNames[slug],
}));

/** The majors whose students a category's postings usually look for. */
export const categoryMajors = {
  'software-dev': [
    'computer-science',
    'software-engineering',
    'artificial-intelligence',
    'information-systems',
    'cybersecurity',
    'electronic-engineering',
    'data-science',
  ],
  'data-ai': [
    'data-science',
    'artificial-intelligence',
    'statistics',
    'mathematics',
    'computer-science',
    'software-engineering',
    'information-systems',
    'physics',
    'economics',
  ],
  product: [
    'information-systems',
    'computer-science',
    'software-engineering',
    'business-administration',
    'design',
    'psychology-education',
    'digital-media',
  ],
  'design-ux': [
    'design',
    'digital-media',
    'architecture-planning',
    'film-television',
    'psychology-education',
  ],
  'operations-growth': [
    'marketing',
    'business-administration',
    'information-systems',
    'statistics',
    'journalism-communication',
    'supply-chain-logistics',
    'digital-media',
  ],
  'marketing-brand': [
    'marketing',
    'journalism-communication',
    'business-administration',
    'digital-media',
    'languages-translation',
    'psychology-education',
  ],
  'content-new-media': [
    'journalism-communication',
    'digital-media',
    'film-television',
    'languages-translation',
    'design',
    'marketing',
  ],
  'finance-investment': [
    'finance',
    'financial-engineering-actuarial',
    'economics',
    'mathematics',
    'statistics',
    'accounting',
    'international-trade',
  ],
  'accounting-audit-tax': [
    'accounting',
    'finance',
    'business-administration',
    'economics',
    'financial-engineering-actuarial',
    'law',
  ],
  'consulting-research': [
    'economics',
    'business-administration',
    'public-policy-social-science',
    'statistics',
    'finance',
    'international-trade',
    'environmental-science',
  ],
  'hr-admin': [
    'human-resources',
    'business-administration',
    'psychology-education',
    'public-policy-social-science',
    'languages-translation',
  ],
  'legal-compliance-ip': ['law', 'public-policy-social-science', 'finance', 'accounting', 'biotechnology'],
  'bd-international': [
    'international-trade',
    'business-administration',
    'languages-translation',
    'marketing',
    'economics',
    'supply-chain-logistics',
  ],
  'engineering-life-rd': [
    'mechanical-engineering',
    'electrical-automation',
    'electronic-engineering',
    'civil-engineering',
    'materials-chemistry',
    'biotechnology',
    'medicine-public-health',
    'pharmacy',
    'environmental-science',
    'physics',
    'supply-chain-logistics',
    'architecture-planning',
  ],
} as const satisfies Record<CategorySlug, readonly MajorSlug[]>;

/** True when the major is one the category's postings usually look for; false for unknown slugs. */
export function isRelatedMajor(category: string, major: string): boolean {
  const related: readonly string[] = isCategory(category) ? categoryMajors[category] : [];
  return related.includes(major);
}

/** By slug. */
export { categoryNames };
