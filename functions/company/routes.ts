import type { Handlers } from '../call.ts';
import { notFound } from '../errors.ts';
import { CompanyId } from '../ids.ts';
import { requireOwner, requireVersion } from '../ownership.ts';
import { firstOf, says } from '../says.ts';
import { stamp } from '../stamp.ts';
import type { companyOperations } from './api.ts';
import { decideProposal } from './proposal.ts';
import { changeCompany, moveCompany, requireInviting } from './rules.ts';
import type { Company } from './schema.ts';
import {
  acceptInvitation,
  declineInvitation,
  listInvitations,
  inviteRecruiter,
  listRecruiters,
  removeInvitation,
} from './invitations.ts';
import { alreadyRecruiter, getRecruiter, removeRecruiter } from './recruiters.ts';
import {
  companies,
  everyCompany,
  getCompany,
  listCompanies,
  listedInState,
  listProposals,
  proposals,
  publicCompany,
} from './store.ts';
import { createCompany, updateCompany } from './write.ts';

export const companyHandlers: Handlers<keyof typeof companyOperations> = {
  listPublicCompanies: async ({ deps, query }) => {
    const page = await listCompanies(deps.table, { ...query, state: 'verified' });
    return { ...page, items: page.items.map(publicCompany) };
  },

  listCompanies: async ({ deps, query }) => {
    const { q, limit, state, proposed } = query;
    if (q === undefined) return (proposed === undefined ? listCompanies : listProposals)(deps.table, query);
    const listed = state === undefined ? everyCompany : listedInState(state);
    const all = companies.all(deps.table, proposed === undefined ? listed : proposals);
    const fits = ({ id, content: { name, legalName, registration } }: Company) =>
      // Two letters are in many an id, which nobody types but whole.
      id === q ||
      says(q, [
        name?.zh,
        name?.en,
        legalName,
        registration?.kind === 'cn' ? registration.code : registration?.number,
      ]);
    return { items: await firstOf(all, fits, limit) };
  },

  registerCompany: async ({ actor, body, deps, now }) => {
    if (actor.companyId !== undefined) throw alreadyRecruiter();
    const id = CompanyId.parse(`com_${deps.newId()}`);
    const by = stamp(actor, 'company.register', now);
    const recruiter = { email: actor.email.toLowerCase(), companyId: id, invitedAt: now };
    await createCompany(deps.table, { id, state: 'draft', content: body, createdAt: now }, recruiter, by);
    return getCompany(deps.table, id);
  },

  getCompany: async ({ actor, params, deps }) => {
    requireOwner(actor, params, 'company');
    return getCompany(deps.table, params.companyId);
  },

  updateCompany: async ({ actor, params, body, version, deps, now }) => {
    requireOwner(actor, params, 'company');
    const company = await getCompany(deps.table, params.companyId);
    requireVersion(company, version, 'company');
    await updateCompany(
      deps.table,
      company,
      changeCompany(company, body, now),
      stamp(actor, 'company.update', now),
    );
    return getCompany(deps.table, company.id);
  },

  moveCompany: async ({ actor, params, body, version, deps, now }) => {
    requireOwner(actor, params, 'company');
    const company = await getCompany(deps.table, params.companyId);
    requireVersion(company, version, 'company');
    const moved = moveCompany(company, body, actor, now);
    await updateCompany(deps.table, company, moved, stamp(actor, `company.${body.to}`, now, body.reason));
    return getCompany(deps.table, company.id);
  },

  decideCompanyChange: async ({ actor, params, body, version, deps, now }) => {
    const company = await getCompany(deps.table, params.companyId);
    requireVersion(company, version, 'company');
    const action = body.accept ? 'company.accept_change' : 'company.refuse_change';
    const by = stamp(actor, action, now, body.reason);
    await updateCompany(deps.table, company, decideProposal(company, body), by);
    return getCompany(deps.table, company.id);
  },

  listRecruiters: ({ actor, params, query, deps }) => {
    requireOwner(actor, params, 'company');
    const { cursor, limit } = query;
    return listRecruiters(deps.table, params.companyId, { limit, cursor });
  },

  inviteRecruiter: async ({ actor, params, body, deps, now }) => {
    requireOwner(actor, params, 'company');
    requireInviting(await getCompany(deps.table, params.companyId));
    const invited = { email: body.email, companyId: params.companyId, invitedAt: now };
    return inviteRecruiter(deps.table, invited, stamp(actor, 'recruiter.invite', now));
  },

  removeRecruiter: async ({ actor, params, query, deps, now }) => {
    requireOwner(actor, params, 'company');
    const by = stamp(actor, 'recruiter.remove', now);
    if (await removeInvitation(deps.table, params, by)) return;
    const recruiter = await getRecruiter(deps.table, params.email);
    requireOwner(actor, recruiter, 'recruiter');
    await removeRecruiter(deps.table, recruiter, { giveUp: query.giveUp === 'true' }, by);
  },

  listCompanyInvitations: async ({ actor, deps }) => ({
    items: await listInvitations(deps.table, actor.email),
  }),

  answerCompanyInvitation: async ({ actor, params, body, deps, now }) => {
    const invited = { email: actor.email, companyId: params.companyId };
    if (body.accept) {
      const by = stamp(actor, 'recruiter.accept', now);
      return acceptInvitation(deps.table, { ...invited, giveUp: body.giveUp }, by);
    }
    const declined = await declineInvitation(deps.table, invited, stamp(actor, 'recruiter.decline', now));
    if (!declined) throw notFound('invitation');
  },
};
