import {
  AdminDeleteUserCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { AccountRemoval } from './account-removal.ts';

/** The people of a user pool, whom their subject names too: an address may be another's by now. */
export const cognitoAccounts = (
  client: Pick<CognitoIdentityProviderClient, 'send'>,
  userPoolId: string,
): AccountRemoval => ({
  remove: async ({ subject }) => {
    try {
      await client.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username: subject }));
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error;
    }
  },
});
