import * as z from 'zod';
import { companySizes, industries } from '../../../functions/company/kinds.ts';
import {
  Category,
  Country,
  DayHours,
  Line,
  Major,
  Paragraphs,
  Skill,
  Zone,
} from '../../../functions/values.ts';
import cityList from './data/cities.json' with { type: 'json' };
import companyList from './data/companies.json' with { type: 'json' };
import industryList from './data/industries.json' with { type: 'json' };
import nameLists from './data/names.json' with { type: 'json' };
import phraseLists from './data/phrases.json' with { type: 'json' };
import roleList from './data/roles.json' with { type: 'json' };
import studyList from './data/studies.json' with { type: 'json' };

/** What the seed is made of, checked when it is loaded: a slug that the taxonomy lacks stops the start. */

const Both = z.strictObject({ zh: Line, en: Line });
export type Both = z.infer<typeof Both>;

const CompanyEntry = z.strictObject({
  slug: z.string(),
  zh: Line,
  en: Line,
  /** What stands between name and "Co., Ltd." in the register. */
  trade: Line.optional(),
  foreign: z.strictObject({ country: Country, number: z.string() }).optional(),
  industry: z.enum(industries),
  size: z.enum(companySizes),
  street: Line,
  does: Both,
});
export type CompanyEntry = z.infer<typeof CompanyEntry>;
export const companyEntries = z.array(CompanyEntry).parse(companyList);

const Role = z.strictObject({
  category: Category,
  title: Both,
  required: z.array(Skill),
  preferred: z.array(Skill),
  tasks: Both,
  learns: Both,
});
export type Role = z.infer<typeof Role>;
export const roles = z.array(Role).parse(roleList);

/** How often companies of an industry post in a category. */
export const industryCategories = z
  .record(z.enum(industries), z.partialRecord(Category, z.number()))
  .parse(industryList);

const City = z.strictObject({
  country: Country,
  zone: Zone,
  weight: z.number(),
  universities: z.array(Line).min(1),
  referrer: Both.optional(),
  workingHours: DayHours,
  phone: z.string(),
});
export type City = z.infer<typeof City>;
export const cities = z.array(City).parse(cityList);

const Study = z.strictObject({ major: Major, skills: z.array(Skill), project: Both });
export type Study = z.infer<typeof Study>;
export const studies = z.array(Study).parse(studyList);

export const names = z
  .strictObject({
    family: z.array(Both),
    given: z.array(Both),
    abroad: z.array(z.strictObject({ given: Line, family: Line, language: z.string().length(2) })),
  })
  .parse(nameLists);

const texts = z.array(z.strictObject({ zh: Paragraphs, en: Paragraphs }));
export const phrases = z
  .strictObject({
    openings: texts,
    teams: texts,
    unpaid: z.array(Line),
    questions: z.array(z.strictObject({ ask: Both, answer: Both })),
    statements: texts,
    abouts: texts,
    notSelected: z.array(Line),
    needsInfo: z.array(Line),
    changesRequested: z.array(Line),
    evidence: z.array(Line),
  })
  .parse(phraseLists);

/** Fills `{name}` places in both languages. */
export const filled = (text: Both, values: Record<string, Both>): Both => {
  const fill = (language: 'zh' | 'en'): string =>
    text[language].replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name]?.[language] ?? '');
  return { zh: fill('zh').trim(), en: fill('en').trim() };
};
