import type { Person } from './request.ts';
import type { World } from './world.ts';

/** Somebody is invited to a company, and accepts. */
export const joinCompany = async (
  { ok }: Pick<World, 'ok'>,
  { inviter, as, companyId }: { inviter: Person; as: Person; companyId: string },
): Promise<void> => {
  const params = { companyId };
  await ok('inviteRecruiter', { as: inviter, params, body: { email: as.email } });
  await ok('answerCompanyInvitation', { as, params, body: { accept: true } });
};
