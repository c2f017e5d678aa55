import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminListGroupsForUserCommand,
  AdminSetUserMFAPreferenceCommand,
  CognitoIdentityProviderClient,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';

/** Somebody in a user pool. */
export interface Member {
  /** Cognito's own: CONFIRMED, UNCONFIRMED, FORCE_CHANGE_PASSWORD, … */
  readonly status: string;
  readonly groups: readonly string[];
}

/** A Cognito user pool, as an operator works with it. Addresses are the names of its people. */
export const directoryIn = (pool: { id: string; region: string }) => {
  const client = new CognitoIdentityProviderClient({ region: pool.region });
  const of = (email: string) => ({ UserPoolId: pool.id, Username: email });
  const invitation: Pick<AdminCreateUserCommandInput, 'DesiredDeliveryMediums'> = {
    DesiredDeliveryMediums: ['EMAIL'],
  };

  return {
    find: async (email: string): Promise<Member | undefined> => {
      try {
        const { UserStatus = '' } = await client.send(new AdminGetUserCommand(of(email)));
        const { Groups = [] } = await client.send(new AdminListGroupsForUserCommand(of(email)));
        return { status: UserStatus, groups: Groups.flatMap(({ GroupName }) => GroupName ?? []) };
      } catch (error) {
        if (error instanceof UserNotFoundException) return undefined;
        throw error;
      }
    },

    /** Makes the account and sends a letter with a password for the first sign-in. */
    create: async (email: string, name: string): Promise<void> => {
      const UserAttributes = Object.entries({ email, name, email_verified: 'true' }).map(([Name, Value]) => ({
        Name,
        Value,
      }));
      await client.send(new AdminCreateUserCommand({ ...of(email), ...invitation, UserAttributes }));
    },

    /** Sends the letter again, with a new password. */
    inviteAgain: async (email: string): Promise<void> => {
      await client.send(new AdminCreateUserCommand({ ...of(email), ...invitation, MessageAction: 'RESEND' }));
    },

    /** Lets Cognito ask for a code from a letter at each sign-in. */
    askForCode: async (email: string): Promise<void> => {
      const EmailMfaSettings = { Enabled: true, PreferredMfa: true };
      await client.send(new AdminSetUserMFAPreferenceCommand({ ...of(email), EmailMfaSettings }));
    },

    addTo: async (group: string, email: string): Promise<void> => {
      await client.send(new AdminAddUserToGroupCommand({ ...of(email), GroupName: group }));
    },

    remove: async (email: string): Promise<void> => {
      await client.send(new AdminDeleteUserCommand(of(email)));
    },

    close: () => client.destroy(),
  };
};
export type Directory = ReturnType<typeof directoryIn>;
