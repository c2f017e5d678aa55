import { parseArgs } from 'node:util';
import { type Finding, checkCertificate, type PublicKey } from '../certificate/check.ts';
import { readJsonFile } from './files.ts';
import { printable } from './printable.ts';

const usage = `Usage
  verify-certificate FILE --keys JWKS
FILE is a certificate as it was downloaded, JWKS the programme's public keys: /v1/certificate-keys of its site.
Exit code 1: it is not valid. Exit code 2: a file is not what it must be.
A file cannot say whether its certificate was revoked since: the site can, by the certificate's code.`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const keysIn = (path: string, set: unknown): PublicKey[] => {
  const keys: readonly unknown[] = isObject(set) && Array.isArray(set['keys']) ? set['keys'] : [];
  const found = keys.flatMap((key) => {
    if (!isObject(key)) return [];
    const { kty, crv, kid, x } = key;
    return typeof kty === 'string' &&
      typeof crv === 'string' &&
      typeof kid === 'string' &&
      typeof x === 'string'
      ? [{ kty, crv, kid, x }]
      : [];
  });
  if (found.length === 0) throw new RangeError(`${path}: holds no keys; it has to be a JSON Web Key Set`);
  return found;
};

const inWords = (finding: Finding): string => {
  switch (finding.kind) {
    case 'valid': {
      const { holder, company, posting, programme, from, to, code, site } = finding.certificate;
      const name = [holder.chinese, holder.passport].filter((part) => part !== undefined).join(' / ');
      const either = ({ zh, en }: { zh?: string | undefined; en?: string | undefined }) => en ?? zh ?? '';
      return [
        `Valid: issued to ${name} by ${either(programme)} on ${finding.certificate.issuedAt.slice(0, 10)}.`,
        `${either(posting)}, ${either(company)}, ${from} to ${to}.`,
        `Signed with key ${finding.kid}. Whether it was revoked since: ${site}/certificates/${code}`,
      ].join('\n');
    }
    case 'altered':
      return `Not valid: altered after it was signed: ${finding.fields.join(', ')}.`;
    case 'forged':
      return `Not valid: the signature was not made with key ${finding.kid}.`;
    case 'unknown_key':
      return `Not valid: signed with key ${finding.kid}, which is not among these keys.`;
    case 'wrong_algorithm':
      return `Not valid: signed with ${finding.algorithm} instead of Ed25519.`;
    case 'unreadable':
      return 'Not valid: this is no certificate file, or a damaged one.';
    case 'cannot_check':
      return 'Not checked: this Node.js knows no Ed25519.';
  }
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { keys: { type: 'string' } },
  });
  const [file] = positionals;
  if (file === undefined || values.keys === undefined || positionals.length > 1) throw new RangeError(usage);
  const keys = keysIn(values.keys, await readJsonFile(values.keys));
  const finding = await checkCertificate(await readJsonFile(file), keys);
  process.stdout.write(
    inWords(finding)
      .split('\n')
      .map((line) => `${printable(line)}\n`)
      .join(''),
  );
  process.exitCode = finding.kind === 'valid' ? 0 : 1;
} catch (error) {
  process.stderr.write(`${printable(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
}
