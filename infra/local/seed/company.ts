import { completeUnifiedSocialCreditCode } from '../../../functions/company/registration.ts';
import type { CompanyContent } from '../../../functions/company/schema.ts';
import { type CompanyEntry, phrases } from './data.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

/** 91: a company, by market supervision; 310110: Yangpu District; MA1: registered since 2015. */
const codeIn = (random: Random): string =>
  completeUnifiedSocialCreditCode(`91310110MA1${String(random.int(0, 999_999)).padStart(6, '0')}`);

const legalName = ({ zh, en, trade, foreign }: CompanyEntry): string =>
  trade === undefined || foreign ? `${en} (${foreign?.country ?? 'CN'})` : `上海${zh}${trade}有限公司`;

/** What a company of the list says of itself. */
export const companyContent = (random: Random, entry: CompanyEntry, contact: Person): CompanyContent => {
  const { slug, zh, en, foreign, industry, size, street, does } = entry;
  return {
    legalName: legalName(entry),
    name: { zh, en },
    registration: foreign ? { kind: 'foreign', ...foreign } : { kind: 'cn', code: codeIn(random) },
    district: `上海市杨浦区${street}`,
    industry,
    size,
    website: `https://www.${slug}.example`,
    contact: {
      name: contact.preferred,
      email: `hr@${slug}.demo.example`,
      phone: `+862165${random.int(100_000, 999_999)}`,
    },
    about: { zh: `${zh}${does.zh}。`, en: `${en} ${does.en}.` },
    evidence: random.pick(phrases.evidence),
  };
};
