import {
  AdminGetUserCommand,
  CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider';
import { addClaims } from './identity/cognito-claims.ts';

const cognito = new CognitoIdentityProviderClient();

/** Set off by Cognito before it signs a token. */
export const handler = addClaims(async (UserPoolId, Username) => {
  const user = await cognito.send(new AdminGetUserCommand({ UserPoolId, Username }));
  return (user.UserMFASettingList ?? []).length > 0;
});
