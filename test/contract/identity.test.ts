import { publicJwks } from '../../functions/identity/keys.ts';
import { oidcVerifier } from '../../functions/identity/verifier.ts';
import { signIn } from '../../infra/local/sign-in.ts';
import { startIssuer } from '../support/issuer.ts';
import { identityContract } from './identity.ts';

const student = { email: 'lin@example.org', name: '林晓', role: 'student' } as const;
const password = 'correct horse battery';

identityContract('the embedded issuer', async () => {
  const running = await startIssuer({ demoAccounts: [{ ...student, password }] });
  const { issuer, audience, keys, origin } = running;
  const tokens = () => signIn(origin, student.email, password);
  return {
    verifier: oidcVerifier({ issuer, audience, jwks: publicJwks(keys) }),
    expected: student,
    accessToken: async () => (await tokens()).accessToken,
    idToken: async () => (await tokens()).idToken,
    close: () => running.stop(),
  };
});
