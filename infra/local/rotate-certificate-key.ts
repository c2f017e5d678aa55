import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { signerFrom } from '../../functions/certificate/signer.ts';
import { optionsOf } from '../command-line.ts';
import { dataDir } from './record-at.ts';
import { certificateSecret, secretIn } from './secret.ts';

/**
 * `npm run rotate-certificate-key`: what the next start signs certificates with. Public keys are kept in the record, so
 * that what was signed before stays valid; the secret of the old key is gone.
 */
optionsOf('Usage: npm run rotate-certificate-key', { options: {} });
const file = join(dataDir, certificateSecret);
rmSync(file, { force: true });
const { kid } = signerFrom(secretIn(file)).key;
console.log(`Certificates are signed with key ${kid} from the next start. Those signed before stay valid.`);
