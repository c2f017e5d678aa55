import { categories } from '../../matching/taxonomy/categories.ts';
import { majors } from '../../matching/taxonomy/majors.ts';
import { skills } from '../../matching/taxonomy/skills.ts';
import type { Handlers } from '../call.ts';
import { deadChanges } from '../changes/dead-change.ts';
import { waitingFor } from '../changes/follow.ts';
import { followedFrom } from '../changes/follower.ts';
import { indexDocuments } from '../changes/index-documents.ts';
import { getCompany, publicCompany } from '../company/store.ts';
import { DomainError } from '../errors.ts';
import { getReferrer } from '../referral/store.ts';
import type { systemOperations } from './api.ts';

export const systemHandlers: Handlers<keyof typeof systemOperations> = {
  getHealth: async ({ deps, now }) => {
    await deps.table.get({ pk: 'HEALTH', sk: 'HEALTH' });
    return { status: 'ok', time: now };
  },

  getMe: async ({ actor, deps }) => {
    const { subject, name, email, kind: role } = actor;
    if (actor.kind === 'referrer' && actor.referrerId !== undefined) {
      const { id, name: of } = await getReferrer(deps.table, actor.referrerId);
      return { subject, role, name, email, referrer: { id, name: of } };
    }
    const companyId = actor.kind === 'company' ? actor.companyId : undefined;
    const { emailUnverified } = actor;
    if (companyId === undefined)
      return { subject, role, name, email, ...(emailUnverified && { emailUnverified }) };
    const company = await getCompany(deps.table, companyId);
    return {
      subject,
      role,
      name,
      email,
      company: { id: company.id, name: publicCompany(company).name, state: company.state },
    };
  },

  getTaxonomy: async () => ({
    categories: [...categories],
    majors: [...majors],
    skills: skills.map((skill) => ({ ...skill, categories: [...skill.categories] })),
  }),

  getSearchState: async ({ deps }) => {
    const from = await followedFrom(deps, indexDocuments);
    const waiting = from !== undefined && { waitingChanges: await waitingFor(deps, indexDocuments) };
    return { ...deps.search.state(), ...waiting };
  },

  countLaidAside: async ({ deps }) => {
    let count = 0;
    for await (const _ of deadChanges(deps.table)) {
      count += 1;
      if (count === 100) break;
    }
    return { count };
  },

  listMyLetters: async ({ actor, query: { cursor, limit }, deps }) => {
    if (deps.mailbox === undefined)
      throw new DomainError(
        'not_found',
        'no_mailbox',
        'Emails are sent to your own address; none are kept here.',
      );
    const page = await deps.mailbox.received(actor.email, { limit, cursor });
    return { items: page.letters, ...(page.cursor !== undefined && { next: page.cursor }) };
  },
};
