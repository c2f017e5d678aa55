import type { Result } from '../api/types.ts';
import { pick } from '../components/bilingual.tsx';
import { localeOf, type Lang } from '../i18n/lang.ts';

type Posting = Result<'getPosting'>;

const paragraphs = (text: string): string =>
  `<p>${text.replaceAll('<', '&lt;').replaceAll('\n', '<br>')}</p>`;

/** A posting as search engines read it: schema.org's JobPosting. */
export const jobPosting = (posting: Posting, lang: Lang, url: string): object => {
  const { content, company, createdAt } = posting;
  const text = [content.description, content.tasks, content.learns].flatMap((one) =>
    one === undefined ? [] : [paragraphs(pick(one, lang).text)],
  );
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: pick(content.title, lang).text,
    description: text.join(''),
    identifier: { '@type': 'PropertyValue', name: pick(company.name, lang).text, value: posting.id },
    datePosted: createdAt.slice(0, 10),
    ...(content.validUntil !== undefined && { validThrough: content.validUntil }),
    ...(content.startsOn !== undefined && { jobStartDate: content.startsOn }),
    employmentType: 'INTERN',
    hiringOrganization: {
      '@type': 'Organization',
      name: pick(company.name, lang).text,
      ...(company.website !== undefined && { sameAs: company.website }),
    },
    jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', addressCountry: 'CN' } },
    ...(content.workMode === 'remote' && { jobLocationType: 'TELECOMMUTE' }),
    ...(content.countries !== undefined &&
      content.countries.length > 0 && {
        applicantLocationRequirements: content.countries.map((name) => ({ '@type': 'Country', name })),
      }),
    inLanguage: localeOf[lang],
    url,
  };
};
