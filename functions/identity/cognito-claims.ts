import * as z from 'zod';
import { cognitoGroups } from './cognito-groups.ts';
import type { Role } from './identity.ts';

/** What Cognito says before it signs a token (pre token generation, version 2). */
const TokenRequest = z.looseObject({
  userPoolId: z.string(),
  userName: z.string(),
  request: z.looseObject({
    userAttributes: z.looseObject({ email: z.string(), name: z.string().optional() }),
    groupConfiguration: z.looseObject({ groupsToOverride: z.array(z.string()).nullish() }),
  }),
});

const roleOf = (groups: readonly string[]): Role => {
  if (groups.includes(cognitoGroups.coordinator)) return 'coordinator';
  if (groups.includes(cognitoGroups.company)) return 'company';
  return groups.includes(cognitoGroups.referrer) ? 'referrer' : 'student';
};

/** Whether Cognito asks somebody for more than a password. */
export type HasSecondFactor = (userPoolId: string, userName: string) => Promise<boolean>;

/** Puts into an access token what the API reads of its bearer: role, address, name. */
export const addClaims =
  (hasSecondFactor: HasSecondFactor) =>
  async (event: unknown): Promise<object> => {
    const asked = TokenRequest.parse(event);
    const { userAttributes, groupConfiguration } = asked.request;
    const { email, name } = userAttributes;
    const role = roleOf(groupConfiguration.groupsToOverride ?? []);
    // The message stands on the sign-in page: Cognito shows it as it is.
    if (role === 'coordinator' && !(await hasSecondFactor(asked.userPoolId, asked.userName)))
      throw new Error(
        'A coordinator signs in with a second factor, and this account has none. Ask the operator.',
      );
    const claims = { role, email, name: name ?? email.slice(0, email.indexOf('@')) };
    return {
      ...asked,
      response: {
        claimsAndScopeOverrideDetails: { accessTokenGeneration: { claimsToAddOrOverride: claims } },
      },
    };
  };
