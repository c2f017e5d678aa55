import { foreignNumber, isUnifiedSocialCreditCode } from '../../functions/company/registration.ts';
import type { FieldProblem } from '../api/problem.ts';
import type { Args } from '../api/types.ts';
import { filledIn } from '../components/bilingual-field.tsx';
import type { BilingualText } from '../components/bilingual.tsx';

export type CompanyContent = Args<'registerCompany'>['body'];
export type CompanyDraft = NonNullable<Args<'updateCompany'>['body']>;

/** A company as its form holds it: every field is there, '' where nothing was typed. */
export interface CompanyValues {
  legalName: string;
  name: BilingualText;
  kind: 'cn' | 'foreign' | '';
  code: string;
  country: string;
  number: string;
  district: string;
  industry: CompanyContent['industry'] | '';
  size: CompanyContent['size'] | '';
  website: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  about: BilingualText;
  evidence: string;
}

export const valuesOf = (content: CompanyDraft): CompanyValues => ({
  legalName: content.legalName ?? '',
  name: content.name ?? {},
  kind: content.registration?.kind ?? 'cn',
  code: content.registration?.kind === 'cn' ? content.registration.code : '',
  country: content.registration?.kind === 'foreign' ? content.registration.country : '',
  number: content.registration?.kind === 'foreign' ? content.registration.number : '',
  district: content.district ?? '',
  industry: content.industry ?? '',
  size: content.size ?? '',
  website: content.website ?? '',
  contactName: content.contact?.name ?? '',
  contactEmail: content.contact?.email ?? '',
  contactPhone: content.contact?.phone ?? '',
  about: content.about ?? {},
  evidence: content.evidence ?? '',
});

const optional = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
const phoneOf = (typed: string): string => typed.replaceAll(/[\s()-]/g, '');

/** What a text has to be, and in the server's words what it is not. */
type Rule = readonly [fits: (text: string) => boolean, reason: string];
const filled: Rule = [(text) => text !== '', 'must not be empty'];
const code: Rule = [
  isUnifiedSocialCreditCode,
  'is not a valid unified social credit code: its check character does not fit',
];
const number: Rule = [
  (text) => foreignNumber.test(text),
  'must be 3 to 40 letters, digits, spaces, dots, slashes or hyphens',
];
const email: Rule = [(text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), 'is not an email address'];
const website: Rule = [
  (text) => text === '' || (/^https?:/i.test(text) && URL.canParse(text)),
  'must be a full address such as https://example.org',
];
const phone: Rule = [
  (text) => /^$|^\+[1-9]\d{6,14}$/.test(text),
  'must be a phone number such as +862165431234',
];

type Checked = readonly [pointer: string, typed: string, ...rules: Rule[]];

const problemsOf = (values: CompanyValues): FieldProblem[] => {
  const registration: Checked[] =
    values.kind === 'foreign'
      ? [
          ['/registration/country', values.country, filled],
          ['/registration/number', values.number, filled, number],
        ]
      : [['/registration/code', values.code, filled, code]];
  const all: Checked[] = [
    ['/legalName', values.legalName, filled],
    ['/name', `${values.name.zh ?? ''}${values.name.en ?? ''}`, filled],
    ...registration,
    ['/district', values.district, filled],
    ['/industry', values.industry, filled],
    ['/size', values.size, filled],
    ['/website', values.website, website],
    ['/contact/name', values.contactName, filled],
    ['/contact/email', values.contactEmail, filled, email],
    ['/contact/phone', phoneOf(values.contactPhone), phone],
  ];
  return all.flatMap(([pointer, typed, ...rules]) => {
    const broken = rules.find(([fits]) => !fits(typed.trim()));
    return broken === undefined ? [] : [{ pointer, reason: broken[1] }];
  });
};

/**
 * The company to save, or all that is empty or wrong at once: while a choice is still open there is nothing that could be
 * sent for the server to say it.
 */
export function contentOf(values: CompanyValues): { content: CompanyContent } | { problems: FieldProblem[] } {
  const { industry, size } = values;
  const name = filledIn(values.name);
  const problems = problemsOf(values);
  if (problems.length > 0 || name === undefined || industry === '' || size === '') return { problems };
  return {
    content: {
      legalName: values.legalName.trim(),
      name,
      registration:
        values.kind === 'foreign'
          ? { kind: 'foreign', country: values.country, number: values.number.trim() }
          : { kind: 'cn', code: values.code.trim() },
      district: values.district.trim(),
      industry,
      size,
      website: optional(values.website),
      contact: {
        name: values.contactName.trim(),
        email: values.contactEmail.trim(),
        phone: optional(phoneOf(values.contactPhone)),
      },
      about: filledIn(values.about),
      evidence: optional(values.evidence),
    },
  };
}
