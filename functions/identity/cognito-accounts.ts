import {
  AdminDeleteUserCommand,
  type CognitoIdentityProviderClient,
  ListUsersInGroupCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { AccountRemoval } from './account-removal.ts';
import { cognitoGroups } from './cognito-groups.ts';

/** The people of a user pool, whom their subject names too: an address may be another's by now. */
export const cognitoAccounts = (
  client: Pick<CognitoIdentityProviderClient, 'send'>,
  userPoolId: string,
): AccountRemoval => ({
  coordinators: async () => {
    const { Users: users = [] } = await client.send(
      new ListUsersInGroupCommand({ UserPoolId: userPoolId, GroupName: cognitoGroups.coordinator }),
    );
    return users
      .filter(({ Enabled: enabled }) => enabled !== false)
      .flatMap(
        ({ Attributes: attributes = [] }) => attributes.find(({ Name: name }) => name === 'sub')?.Value ?? [],
      );
  },
  remove: async ({ subject }) => {
    try {
      await client.send(new AdminDeleteUserCommand({ UserPoolId: userPoolId, Username: subject }));
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error;
    }
  },
});
