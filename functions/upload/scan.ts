import type { Deps } from '../deps.ts';
import { DomainError } from '../errors.ts';
import { type ActiveContent, activeContentOf } from './pdf.ts';
import type { Received } from './receive.ts';

/** What a scanner says of a file that waits. */
export type Malware = 'clean' | 'found' | 'unreadable' | 'pending';

const why: Readonly<Record<ActiveContent, { code: string; message: string }>> = {
  script: {
    code: 'file_has_script',
    message:
      'This PDF contains a script. Print it to a new PDF, which removes the script, and upload that one.',
  },
  program: {
    code: 'file_starts_programs',
    message: 'This PDF can start programs. Print it to a new PDF, which removes that, and upload that one.',
  },
  attachment: {
    code: 'file_has_attachment',
    message: 'This PDF has other files inside. Remove them or print it to a new PDF, and upload that one.',
  },
  locked: {
    code: 'file_is_locked',
    message:
      'This PDF is encrypted, so it cannot be checked. Save it without a password, then upload it again.',
  },
  bomb: {
    code: 'file_is_bomb',
    message: 'This PDF unpacks to far more than a document needs. Print it to a new PDF and upload that one.',
  },
};

const refusal = (code: string, message: string, reason = 'is refused by the scan'): DomainError =>
  new DomainError('invalid', code, message, { fields: [{ pointer: '', reason }] });

const requireNoMalware = (found: Malware): void => {
  switch (found) {
    case 'clean':
      return;
    case 'pending':
      throw new DomainError(
        'conflict',
        'scan_under_way',
        'The file is being checked for malware. Ask again in a few seconds.',
      );
    case 'found':
      throw refusal('file_has_malware', 'This file contains malware and was not accepted. Clean the computer that it comes from.'); // prettier-ignore
    case 'unreadable':
      throw refusal('file_not_scanned', 'This file could not be checked for malware. Save it again without a password, then upload it.'); // prettier-ignore
  }
};

/** Looks at a stored file before anybody else can read it, or refuses it. */
export const requireClean = async (deps: Deps, file: string, { type, incoming }: Received): Promise<void> => {
  if (deps.malware && incoming !== undefined) requireNoMalware(await deps.malware(incoming));
  if (type !== 'application/pdf') return;
  const found = activeContentOf(Buffer.concat(await Array.fromAsync((await deps.files.read(file)) ?? [])));
  if (found !== undefined) throw refusal(why[found].code, why[found].message);
};
