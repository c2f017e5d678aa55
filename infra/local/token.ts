import { optionsOf, portAsked, refuse } from '../command-line.ts';
import { demoPassword } from './seed/accounts.ts';
import { signIn } from './sign-in.ts';

/** Prints an access token of an account on a running local server, for use with curl. */
const usage = 'Usage: npm run --silent token -- ACCOUNT [--url http://localhost:8080] [--password …]';
const { values, positionals } = optionsOf(usage, {
  allowPositionals: true,
  options: {
    url: { type: 'string', default: `http://localhost:${portAsked()}` },
    password: { type: 'string', default: demoPassword },
  },
});
const [account = refuse(usage)] = positionals;
try {
  const { accessToken } = await signIn(values.url.replace(/\/$/, ''), account, values.password);
  process.stdout.write(`${accessToken}\n`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    `${values.url}: ${reason}. Start the product there, or name another place with --url.\n`,
  );
  process.exitCode = 1;
}
