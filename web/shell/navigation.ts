import type { Role } from '../session/use-session.tsx';
import type { Key } from '../i18n/words.ts';
import type { Areas } from '../i18n/areas.ts';

export interface NavItem {
  href: string;
  label: Key<Areas['shared']>;
}

const everyone: readonly NavItem[] = [
  { href: '/postings', label: 'nav.postings' },
  { href: '/companies', label: 'nav.companies' },
  { href: '/how', label: 'nav.how' },
];

/** What each role finds in the header. */
export const navigation: Readonly<Record<Role | 'visitor', readonly NavItem[]>> = {
  visitor: everyone,
  student: [
    { href: '/student', label: 'nav.today' },
    { href: '/student/for-you', label: 'nav.forYou' },
    { href: '/postings', label: 'nav.postings' },
    { href: '/student/saved-postings', label: 'nav.savedPostings' },
    { href: '/student/saved', label: 'nav.saved' },
    { href: '/student/applications', label: 'nav.applications' },
    { href: '/student/rank-list', label: 'nav.rankList' },
    { href: '/student/result', label: 'nav.result' },
    { href: '/student/placement', label: 'nav.internship' },
    { href: '/student/certificate', label: 'nav.certificate' },
    { href: '/student/notices', label: 'nav.notices' },
    { href: '/student/profile', label: 'nav.profile' },
  ],
  company: [
    { href: '/company', label: 'nav.today' },
    { href: '/company/postings', label: 'nav.ourPostings' },
    { href: '/company/results', label: 'nav.results' },
    { href: '/company/interns', label: 'nav.interns' },
    { href: '/company/notices', label: 'nav.notices' },
    { href: '/company/figures', label: 'nav.figures' },
    { href: '/company/profile', label: 'nav.companyProfile' },
    { href: '/company/team', label: 'nav.team' },
    { href: '/company/webhooks', label: 'nav.webhooks' },
  ],
  coordinator: [
    { href: '/coordinator', label: 'nav.today' },
    { href: '/coordinator/companies', label: 'nav.companies' },
    { href: '/coordinator/postings', label: 'nav.postings' },
    { href: '/coordinator/students', label: 'nav.students' },
    { href: '/coordinator/cycle', label: 'nav.cycle' },
    { href: '/coordinator/weights', label: 'nav.weights' },
    { href: '/coordinator/rounds', label: 'nav.rounds' },
    { href: '/coordinator/placements', label: 'nav.placements' },
    { href: '/coordinator/certificates', label: 'nav.certificates' },
    { href: '/coordinator/announcements', label: 'nav.announcements' },
    { href: '/coordinator/extensions', label: 'nav.extensions' },
    { href: '/coordinator/statistics', label: 'nav.statistics' },
    { href: '/coordinator/import', label: 'nav.import' },
    { href: '/coordinator/partners', label: 'nav.partners' },
    { href: '/coordinator/audit', label: 'nav.audit' },
    { href: '/coordinator/jobs', label: 'nav.jobs' },
  ],
  referrer: [
    { href: '/referrer', label: 'nav.today' },
    { href: '/referrer/invitations', label: 'nav.invitations' },
    { href: '/referrer/students', label: 'nav.ourStudents' },
    { href: '/referrer/figures', label: 'nav.figures' },
  ],
};

/** The item of the menu that the path belongs to: the longest that begins it. */
export const currentItem = (items: readonly NavItem[], path: string): NavItem | undefined =>
  items
    .filter(({ href }) => path === href || (path.startsWith(`${href}/`) && href.split('/').length > 2))
    .toSorted((a, b) => b.href.length - a.href.length)[0] ??
  items.find(({ href }) => path.startsWith(`${href}/`));
