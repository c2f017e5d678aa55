import { cognitoGroups } from '../../../functions/identity/cognito-groups.ts';
import { OperatorRefused } from '../refusal.ts';
import type { Directory } from './directory.ts';

export interface Invitation {
  readonly role: keyof typeof cognitoGroups;
  readonly email: string;
  readonly name: string;
  /** Send the letter once more to who has not signed in yet. */
  readonly again: boolean;
}

/**
 * Gives somebody an account with a role; done twice it is as done once. Answers what was done, in a sentence.
 * @throws OperatorRefused when the address has an account that cannot be given this role
 */
export const invite = async (
  directory: Directory,
  { role, email, name, again }: Invitation,
): Promise<string> => {
  const group = cognitoGroups[role];
  const member = await directory.find(email);
  const other = Object.values(cognitoGroups).find((one) => one !== group && member?.groups.includes(one));
  if (other !== undefined)
    throw new OperatorRefused(
      `${email} is in the group ${other} already, and an account has one role. Remove it first.`,
    );
  // Whoever signed up with this address knows its password, and never showed that the address is theirs.
  if (member?.status === 'UNCONFIRMED')
    throw new OperatorRefused(
      `Somebody signed up as ${email} and did not confirm the address. Remove that account first.`,
    );
  if (member === undefined) await directory.create(email, name);
  else if (again && member.status === 'FORCE_CHANGE_PASSWORD') await directory.inviteAgain(email);
  // The second factor comes first: in no moment is there a coordinator without.
  if (role === 'coordinator') await directory.askForCode(email);
  await directory.addTo(group, email);
  if (member === undefined)
    return `${email} is a ${role} now, and has been sent an invitation for seven days.`;
  if (member.status !== 'FORCE_CHANGE_PASSWORD') return `${email} had an account, and is a ${role}.`;
  return again
    ? `${email} is a ${role}, and has been sent a new invitation.`
    : `${email} is a ${role}, and was invited before: --again sends a new invitation.`;
};

/** Takes an account away; what its owner did stays in the record. */
export const removeAccount = async (directory: Directory, email: string): Promise<string> => {
  if ((await directory.find(email)) === undefined) return `There is no account of ${email}.`;
  await directory.remove(email);
  return `${email} has no account any more; a token that was given out is good for 15 minutes at most.`;
};
