import type { Role } from '../session/use-session.tsx';
import type { Key } from '../i18n/words.ts';
import type { Areas } from '../i18n/areas.ts';

export interface NavItem {
  href: string;
  label: Key<Areas['shared']>;
  /** Where pages of its own stand that do not begin with its address. */
  also?: readonly string[];
}

/** What each role finds in the header, in the order of the parts below. */
export const navigation: Readonly<Record<Role, readonly NavItem[]>> = {
  student: [
    { href: '/student', label: 'nav.today' },
    { href: '/student/for-you', label: 'nav.forYou' },
    { href: '/postings', label: 'nav.postings' },
    { href: '/student/saved-postings', label: 'nav.savedPostings' },
    { href: '/student/saved', label: 'nav.saved' },
    { href: '/student/applications', label: 'nav.applications' },
    { href: '/student/rank-list', label: 'nav.rankList' },
    { href: '/student/result', label: 'nav.result', also: ['/student/offers', '/student/open-seats'] },
    { href: '/student/placement', label: 'nav.internship', also: ['/student/evaluations'] },
    { href: '/student/certificate', label: 'nav.certificate', also: ['/student/follow-up'] },
    { href: '/student/profile', label: 'nav.profile', also: ['/student/referral', '/student/data'] },
    { href: '/student/notices', label: 'nav.notices' },
  ],
  company: [
    { href: '/company', label: 'nav.today' },
    { href: '/company/postings', label: 'nav.ourPostings' },
    { href: '/company/results', label: 'nav.results' },
    { href: '/company/interns', label: 'nav.interns' },
    { href: '/company/figures', label: 'nav.figures' },
    { href: '/company/profile', label: 'nav.companyProfile', also: ['/company/data'] },
    { href: '/company/team', label: 'nav.team' },
    { href: '/company/notices', label: 'nav.notices' },
    { href: '/company/webhooks', label: 'nav.webhooks' },
  ],
  coordinator: [
    { href: '/coordinator', label: 'nav.today' },
    { href: '/coordinator/companies', label: 'nav.companies' },
    { href: '/coordinator/postings', label: 'nav.groups.postings' },
    { href: '/coordinator/students', label: 'nav.students' },
    { href: '/coordinator/partners', label: 'nav.partners' },
    { href: '/coordinator/import', label: 'nav.import' },
    { href: '/coordinator/cycle', label: 'nav.cycle' },
    { href: '/coordinator/weights', label: 'nav.weights' },
    { href: '/coordinator/rounds', label: 'nav.rounds', also: ['/coordinator/releases'] },
    { href: '/coordinator/placements', label: 'nav.placements' },
    { href: '/coordinator/certificates', label: 'nav.certificates' },
    { href: '/coordinator/announcements', label: 'nav.announcements' },
    { href: '/coordinator/extensions', label: 'nav.extensions' },
    { href: '/coordinator/statistics', label: 'nav.statistics' },
    { href: '/coordinator/rights', label: 'nav.rights' },
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

/** A part of a role's menu: from the item with this address to the beginning of the next part. */
export interface NavGroup {
  from: string;
  label: Key<Areas['shared']>;
  icon: GroupIcon;
}
export type GroupIcon = 'today' | 'find' | 'send' | 'match' | 'person' | 'building' | 'calendar' | 'records';

/** What stands in the first row; the items of the part that the reader is in stand in the second. */
export const groupsOf: Readonly<Record<Role, readonly NavGroup[]>> = {
  student: [
    { from: '/student', label: 'nav.today', icon: 'today' },
    { from: '/student/for-you', label: 'nav.groups.find', icon: 'find' },
    { from: '/student/applications', label: 'nav.groups.apply', icon: 'send' },
    { from: '/student/rank-list', label: 'nav.groups.match', icon: 'match' },
    { from: '/student/profile', label: 'nav.groups.me', icon: 'person' },
  ],
  company: [
    { from: '/company', label: 'nav.today', icon: 'today' },
    { from: '/company/postings', label: 'nav.groups.postings', icon: 'records' },
    { from: '/company/results', label: 'nav.groups.match', icon: 'match' },
    { from: '/company/profile', label: 'nav.groups.company', icon: 'building' },
  ],
  coordinator: [
    { from: '/coordinator', label: 'nav.today', icon: 'today' },
    { from: '/coordinator/companies', label: 'nav.groups.market', icon: 'building' },
    { from: '/coordinator/cycle', label: 'nav.groups.cycle', icon: 'calendar' },
    { from: '/coordinator/rounds', label: 'nav.groups.match', icon: 'match' },
    { from: '/coordinator/announcements', label: 'nav.groups.records', icon: 'records' },
  ],
  referrer: [
    { from: '/referrer', label: 'nav.today', icon: 'today' },
    { from: '/referrer/invitations', label: 'nav.invitations', icon: 'send' },
    { from: '/referrer/students', label: 'nav.ourStudents', icon: 'person' },
    { from: '/referrer/figures', label: 'nav.figures', icon: 'records' },
  ],
};

/** The parts with their items. Items before the first part, which there should not be, belong to the first. */
export function groupedItems(
  items: readonly NavItem[],
  groups: readonly NavGroup[],
): { group: NavGroup; items: NavItem[] }[] {
  const parts = groups.map((group) => ({ group, items: [] as NavItem[] }));
  let at = 0;
  for (const item of items) {
    const begins = groups.findIndex(({ from }) => from === item.href);
    if (begins >= 0) at = begins;
    parts[at]?.items.push(item);
  }
  return parts;
}

/** The item of the menu that the path belongs to: the longest address that begins it decides. */
export const currentItem = (items: readonly NavItem[], path: string): NavItem | undefined =>
  items
    .flatMap((item) => [item.href, ...(item.also ?? [])].map((place) => ({ place, item })))
    .filter(({ place }) => path === place || path.startsWith(`${place}/`))
    .toSorted((a, b) => b.place.length - a.place.length)[0]?.item;
