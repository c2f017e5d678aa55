import { parseArgs } from 'node:util';
import { demoPassword } from './seed/accounts.ts';
import { signIn } from './sign-in.ts';

/** Prints an access token of an account on a running local server, for use with curl. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    url: { type: 'string', default: `http://localhost:${process.env.PORT ?? 8080}` },
    password: { type: 'string', default: demoPassword },
  },
});
const [account] = positionals;
if (account === undefined) {
  process.stderr.write(
    'Usage: npm run --silent token -- ACCOUNT [--url http://localhost:8080] [--password …]\n',
  );
  process.exitCode = 2;
} else {
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
}
