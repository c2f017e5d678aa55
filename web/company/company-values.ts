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

/** The company to save, or which fields are still empty. What is filled in wrongly the server says. */
export function contentOf(values: CompanyValues): { content: CompanyContent } | { empty: FieldProblem[] } {
  const { industry, size } = values;
  const name = filledIn(values.name);
  const needed: [pointer: string, value: unknown][] = [
    ['/legalName', optional(values.legalName)],
    ['/name', name],
    values.kind === 'foreign'
      ? ['/registration/country', optional(values.country)]
      : ['/registration/code', optional(values.code)],
    ...(values.kind === 'foreign'
      ? [['/registration/number', optional(values.number)] satisfies [string, unknown]]
      : []),
    ['/district', optional(values.district)],
    ['/industry', optional(industry)],
    ['/size', optional(size)],
    ['/contact/name', optional(values.contactName)],
    ['/contact/email', optional(values.contactEmail)],
  ];
  const empty = needed.flatMap(([pointer, value]) =>
    value === undefined ? [{ pointer, reason: 'must not be empty' }] : [],
  );
  if (empty.length > 0 || name === undefined || industry === '' || size === '') return { empty };
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
        phone: optional(values.contactPhone.replaceAll(/[\s()-]/g, '')),
      },
      about: filledIn(values.about),
      evidence: optional(values.evidence),
    },
  };
}
