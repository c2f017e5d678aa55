import type { Lang } from './lang.ts';
import type { Words } from './words.ts';
import type zhShared from './zh/shared.ts';
import type zhOffer from './zh/offer.ts';
import type zhSupplementary from './zh/supplementary.ts';
import type zhPublic from './zh/public.ts';
import type zhProfile from './zh/student-profile.ts';
import type zhStudent from './zh/student.ts';
import type zhCompany from './zh/company.ts';
import type zhCoordinator from './zh/coordinator.ts';
import type zhCatalogue from './zh/catalogue.ts';
import type zhMatch from './zh/match.ts';
import type zhPolicy from './zh/policy.ts';
import type zhPartners from './zh/partners.ts';
import type zhParts from './zh/parts.ts';
import type zhPosting from './zh/posting.ts';
import type zhInterview from './zh/interview.ts';
import type zhInterviews from './zh/interviews.ts';
import type zhReferral from './zh/referral.ts';
import type zhReferrer from './zh/referrer.ts';
import type zhStatistics from './zh/statistics.ts';
import type zhRights from './zh/rights.ts';
import type zhReduced from './zh/reduced.ts';
import type zhTrail from './zh/trail.ts';
import type zhSaved from './zh/saved.ts';
import type zhBadCheckIns from './zh/bad-check-ins.ts';
import type zhCompanyFigures from './zh/company-figures.ts';
import type zhInternship from './zh/internship.ts';
import type zhCertificate from './zh/certificate.ts';
import type zhOutcomes from './zh/outcomes.ts';
import type zhNotices from './zh/notices.ts';
import type zhDesk from './zh/desk.ts';

/** One dictionary an area. The build gives each page the sentences that it can ask for, of any area. */
export interface Areas {
  shared: Words<typeof zhShared>;
  public: Words<typeof zhPublic>;
  student: Words<typeof zhStudent>;
  company: Words<typeof zhCompany>;
  coordinator: Words<typeof zhCoordinator>;
  catalogue: Words<typeof zhCatalogue>;
  posting: Words<typeof zhPosting>;
  saved: Words<typeof zhSaved>;
  internship: Words<typeof zhInternship>;
  badCheckIns: Words<typeof zhBadCheckIns>;
  companyFigures: Words<typeof zhCompanyFigures>;
  interview: Words<typeof zhInterview>;
  interviews: Words<typeof zhInterviews>;
  offer: Words<typeof zhOffer>;
  supplementary: Words<typeof zhSupplementary>;
  notices: Words<typeof zhNotices>;
  desk: Words<typeof zhDesk>;
  parts: Words<typeof zhParts>;
  profile: Words<typeof zhProfile>;
  match: Words<typeof zhMatch>;
  policy: Words<typeof zhPolicy>;
  certificate: Words<typeof zhCertificate>;
  outcomes: Words<typeof zhOutcomes>;
  referrer: Words<typeof zhReferrer>;
  referral: Words<typeof zhReferral>;
  partners: Words<typeof zhPartners>;
  statistics: Words<typeof zhStatistics>;
  rights: Words<typeof zhRights>;
  reduced: Words<typeof zhReduced>;
  trail: Words<typeof zhTrail>;
}
export type Area = keyof Areas;

type Loaders = { [A in Area]: () => Promise<{ default: Areas[A] }> };

/** Whole dictionaries, for a sentence that the build did not see coming. */
export const loaders: Record<Lang, Loaders> = {
  zh: {
    shared: () => import('./zh/shared.ts'),
    public: () => import('./zh/public.ts'),
    student: () => import('./zh/student.ts'),
    company: () => import('./zh/company.ts'),
    coordinator: () => import('./zh/coordinator.ts'),
    catalogue: () => import('./zh/catalogue.ts'),
    posting: () => import('./zh/posting.ts'),
    saved: () => import('./zh/saved.ts'),
    internship: () => import('./zh/internship.ts'),
    badCheckIns: () => import('./zh/bad-check-ins.ts'),
    companyFigures: () => import('./zh/company-figures.ts'),
    interview: () => import('./zh/interview.ts'),
    interviews: () => import('./zh/interviews.ts'),
    offer: () => import('./zh/offer.ts'),
    supplementary: () => import('./zh/supplementary.ts'),
    notices: () => import('./zh/notices.ts'),
    desk: () => import('./zh/desk.ts'),
    parts: () => import('./zh/parts.ts'),
    profile: () => import('./zh/student-profile.ts'),
    match: () => import('./zh/match.ts'),
    policy: () => import('./zh/policy.ts'),
    certificate: () => import('./zh/certificate.ts'),
    outcomes: () => import('./zh/outcomes.ts'),
    referrer: () => import('./zh/referrer.ts'),
    referral: () => import('./zh/referral.ts'),
    partners: () => import('./zh/partners.ts'),
    statistics: () => import('./zh/statistics.ts'),
    rights: () => import('./zh/rights.ts'),
    reduced: () => import('./zh/reduced.ts'),
    trail: () => import('./zh/trail.ts'),
  },
  en: {
    shared: () => import('./en/shared.ts'),
    public: () => import('./en/public.ts'),
    student: () => import('./en/student.ts'),
    company: () => import('./en/company.ts'),
    coordinator: () => import('./en/coordinator.ts'),
    catalogue: () => import('./en/catalogue.ts'),
    posting: () => import('./en/posting.ts'),
    saved: () => import('./en/saved.ts'),
    internship: () => import('./en/internship.ts'),
    badCheckIns: () => import('./en/bad-check-ins.ts'),
    companyFigures: () => import('./en/company-figures.ts'),
    interview: () => import('./en/interview.ts'),
    interviews: () => import('./en/interviews.ts'),
    offer: () => import('./en/offer.ts'),
    supplementary: () => import('./en/supplementary.ts'),
    notices: () => import('./en/notices.ts'),
    desk: () => import('./en/desk.ts'),
    parts: () => import('./en/parts.ts'),
    profile: () => import('./en/student-profile.ts'),
    match: () => import('./en/match.ts'),
    policy: () => import('./en/policy.ts'),
    certificate: () => import('./en/certificate.ts'),
    outcomes: () => import('./en/outcomes.ts'),
    referrer: () => import('./en/referrer.ts'),
    referral: () => import('./en/referral.ts'),
    partners: () => import('./en/partners.ts'),
    statistics: () => import('./en/statistics.ts'),
    rights: () => import('./en/rights.ts'),
    reduced: () => import('./en/reduced.ts'),
    trail: () => import('./en/trail.ts'),
  },
};
