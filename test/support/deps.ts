import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signerFrom } from '../../functions/certificate/signer.ts';
import { signedCursors } from '../../functions/cursors.ts';
import type { Deps } from '../../functions/deps.ts';
import { folderFiles } from '../../functions/files/folder.ts';
import type { Mailbox } from '../../functions/mail/mail.ts';
import { tableMailbox } from '../../functions/mail/table-mailbox.ts';
import { newId } from '../../functions/new-id.ts';
import { tableQueue } from '../../functions/queue/table-queue.ts';
import { evaluatorSearch } from '../../functions/search/evaluator.ts';
import { openSqliteTable } from '../../functions/table/sqlite.ts';
import { httpsPost } from '../../functions/webhook/https-post.ts';
import type { LocalRecord } from '../../infra/local/record.ts';
import { testClock } from './clock.ts';

export type TestDeps = Deps & {
  clock: ReturnType<typeof testClock>;
  mail: Mailbox;
  folder: string;
  close: () => Promise<void>;
};

/**
 * The real embedded ports in a folder of their own, unless one is named, with nothing running on events; nobody is
 * signed in. The record is a file in the folder unless told.
 */
export const makeDeps = async (
  options: { now?: string; folder?: string; record?: LocalRecord } = {},
): Promise<TestDeps> => {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'deps-'));
  const clock = testClock(options.now ?? '2026-03-20T08:00:00.000Z');
  const table = options.record ?? openSqliteTable({ file: join(folder, 'record.sqlite'), clock });
  const mail = tableMailbox({ table });
  return {
    folder,
    table,
    remains: table,
    clock,
    newId,
    site: 'http://localhost',
    cursors: signedCursors(Buffer.from('the secret of the tests')),
    signer: async () => signerFrom(Buffer.from('the signing secret of the tests')),
    search: evaluatorSearch(),
    files: folderFiles({ root: join(folder, 'files') }),
    mail,
    mailbox: mail,
    queue: tableQueue({ table, clock }),
    deliveries: tableQueue({ table, clock, name: 'deliveries' }),
    post: httpsPost(),
    identity: {
      verify: () => Promise.reject(new Error('Nobody is signed in here')),
    },
    log: () => {},
    close: async () => {
      table.close();
      if (options.folder === undefined) rmSync(folder, { recursive: true });
    },
  };
};
