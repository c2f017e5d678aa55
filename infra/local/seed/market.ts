import type { Company, CompanyState } from '../../../functions/company/schema.ts';
import { CompanyId, type CycleId, PostingId } from '../../../functions/ids.ts';
import { Posting, type PostingState } from '../../../functions/posting/schema.ts';
import type { KnownPerson } from '../../../functions/identity/accounts.ts';
import { wutong } from './accounts.ts';
import { companyContent } from './company.ts';
import { type CompanyEntry, companyEntries, industryCategories, phrases, type Role, roles } from './data.ts';
import { daysAfter, hoursAfter, instantAt } from './days.ts';
import type { Person } from './person.ts';
import { postingContent } from './posting.ts';
import type { Random } from './random.ts';
import { type Season, zone } from './season.ts';

export interface SeedCompany {
  entry: CompanyEntry;
  id: CompanyId;
  state: CompanyState;
  content: Extract<Company, { state: 'verified' }>['content'];
  recruiters: [KnownPerson, ...KnownPerson[]];
  /** Took part a year ago, too. */
  returning: boolean;
  createdAt: string;
  reason?: string;
}

/** Those that a coordinator still has to look at, so that there is work to do. */
const undecided: Record<string, CompanyState> = {
  'muxi-pet': 'submitted', gutong: 'submitted', 'yitiao-map': 'submitted', rheinlink: 'submitted',
  'keji-school': 'needs_info', zhenlu: 'needs_info', youlin: 'draft',
}; // prettier-ignore

const recruiterOf = (random: Random, entry: CompanyEntry, person: Person, index: number): KnownPerson => {
  if (index === 0 && entry.slug === 'wutong') return wutong;
  const mailbox = index === 0 ? 'hr' : person.mailbox;
  return {
    subject: random.letters(22),
    email: `${mailbox}@${entry.slug}.demo.example`,
    name: person.preferred,
    role: 'company',
  };
};

const returningCount = 12;

/** The partner companies; most registered while the posting phase was on, the first of the list a year before. */
export const seedCompanies = (random: Random, season: Season, nextPerson: () => Person): SeedCompany[] =>
  companyEntries.map((entry, index) => {
    const contact = nextPerson();
    const state = undecided[entry.slug] ?? 'verified';
    const returning = index < returningCount;
    const day = state === 'verified' ? -random.int(25, 41) - (returning ? 364 : 0) : random.int(14, 18);
    const others = random.chance(0.35) ? [recruiterOf(random, entry, nextPerson(), 1)] : [];
    return {
      entry,
      returning,
      id: CompanyId.parse(`com_${random.letters(20)}`),
      state,
      content: companyContent(random, entry, contact),
      recruiters: [recruiterOf(random, entry, contact, 0), ...others],
      createdAt: instantAt(
        daysAfter(season.applyingFrom, day),
        `${random.int(10, 17)}:${random.int(10, 59)}`,
        zone,
      ),
      ...(state === 'needs_info' && { reason: random.pick(phrases.needsInfo) }),
    };
  });

/** Draws a role for a company: one of its industry, rather one that nobody has drawn yet. */
export const roleDeck = (random: Random) => {
  const drawn = new Map<Role, number>();
  return (entry: CompanyEntry, taken: ReadonlySet<string>): Role => {
    const weights = industryCategories[entry.industry];
    const fitting = roles.filter(
      ({ category, title }) => weights[category] !== undefined && !taken.has(title.en),
    );
    const role = random.weighted(
      fitting,
      (one) => (weights[one.category] ?? 0) / (1 + (drawn.get(one) ?? 0)) ** 4,
    );
    drawn.set(role, (drawn.get(role) ?? 0) + 1);
    return role;
  };
};

const wutongRoles = [
  'Data Analysis Intern',
  'Data Product Intern',
  'Frontend Engineering Intern',
  'User Operations Intern',
];

const rolesOf = (random: Random, entry: CompanyEntry, draw: ReturnType<typeof roleDeck>): Role[] => {
  if (entry.slug === 'wutong') return roles.filter(({ title }) => wutongRoles.includes(title.en));
  const [least, most] = ['500-1999', '2000+'].includes(entry.size) ? [3, 4] : [1, 3];
  const taken = new Set<string>();
  return Array.from({ length: random.int(least, most) }, () => {
    const role = draw(entry, taken);
    taken.add(role.title.en);
    return role;
  });
};

const stateOf = (random: Random, company: SeedCompany): PostingState => {
  if (company.entry.slug === 'wutong') return 'published';
  if (company.state !== 'verified') return 'draft';
  return random.pick([
    ...Array<'published'>(40).fill('published'),
    'submitted',
    'submitted',
    'submitted',
    'approved',
    'approved',
    'draft',
    'changes_requested',
    'changes_requested',
  ]);
};

/** What the companies posted; a draft is only begun. */
export const seedPostings = (
  random: Random,
  companies: readonly SeedCompany[],
  cycle: { id: CycleId; season: Season; all?: 'published' },
  nextPerson: () => Person,
): Posting[] => {
  const draw = roleDeck(random);
  return companies.flatMap((company) =>
    rolesOf(random, company.entry, draw).map((role): Posting => {
      const content = postingContent(random, company.entry, role, cycle.season, nextPerson().preferred);
      const state = cycle.all ?? stateOf(random, company);
      const begun = instantAt(daysAfter(cycle.season.applyingFrom, -40), '09:00', zone);
      const known = company.createdAt > begun ? company.createdAt : begun;
      const createdAt = hoursAfter(known, random.int(26, 80));
      const publishedAt = hoursAfter(createdAt, random.int(30, 260));
      const { title, description, category, capacity } = content;
      return Posting.parse({
        version: 1,
        id: PostingId.parse(`pos_${random.letters(20)}`),
        cycleId: cycle.id,
        companyId: company.id,
        createdAt,
        state,
        content: state === 'draft' ? { title, description, category, capacity } : content,
        ...(state === 'published' && { publishedAt }),
        ...(state === 'changes_requested' && { reason: random.pick(phrases.changesRequested) }),
      });
    }),
  );
};
