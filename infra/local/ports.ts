import { join } from 'node:path';
import { signerFrom } from '../../functions/certificate/signer.ts';
import { consumers } from '../../functions/changes/consumers.ts';
import { followChanges, ringing } from '../../functions/changes/follow.ts';
import type { Clock } from '../../functions/clock/clock.ts';
import { every } from '../../functions/clock/system.ts';
import { clockTasks } from '../../functions/clock/tasks.ts';
import { tick } from '../../functions/clock/tick.ts';
import { signedCursors } from '../../functions/cursors.ts';
import type { Deps } from '../../functions/deps.ts';
import type { Files } from '../../functions/files/files.ts';
import { folderFiles } from '../../functions/files/folder.ts';
import { signedPosts } from '../../functions/files/posts.ts';
import type { IdentityVerifier } from '../../functions/identity/identity.ts';
import { jobHandlers } from '../../functions/job/handlers.ts';
import { onlyWorker, workOnJob } from '../../functions/job/work.ts';
import type { Mailbox } from '../../functions/mail/mail.ts';
import { tableMailbox } from '../../functions/mail/table-mailbox.ts';
import { newId } from '../../functions/new-id.ts';
import { tableQueue } from '../../functions/queue/table-queue.ts';
import type { FeedPosition } from '../../functions/table/table.ts';
import { webhookDelivery } from '../../functions/webhook/deliver.ts';
import { httpsPost } from '../../functions/webhook/https-post.ts';
import type { Post } from '../../functions/webhook/post.ts';
import { fileRecord, type LocalRecord } from './record.ts';
import { certificateSecret, secretIn } from './secret.ts';
import { embeddedEngine, type SearchEngine } from './search.ts';

export interface Running {
  /** Resolves when events and jobs have been worked off. */
  settled: () => Promise<void>;
  /** Does now what has fallen due, without waiting for the timer. */
  tick: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface EmbeddedPorts {
  deps: Deps & { mail: Mailbox };
  /** Takes files that are sent past the API, where they are kept in a folder. */
  takePost: (request: Request) => Promise<Response>;
  /** Starts what runs on events: the change feed's consumers, the job worker, the clock. */
  start: () => Promise<Running>;
  close(): void;
}

const tickMs = 5_000;

/** Every port on this machine: one SQLite file and the evaluator in memory unless told, one folder. */
export const embeddedPorts = (options: {
  dataDir: string;
  clock: Clock;
  identity: IdentityVerifier;
  log: Deps['log'];
  engine?: SearchEngine;
  record?: LocalRecord;
  /** What sends to partners' endpoints; addresses of the public internet alone unless told. */
  post?: Post;
  /** Where documents are kept; in a folder unless told. */
  files?: Files;
  /** The accounts of the embedded issuer. */
  accounts?: Deps['accounts'];
  /** Where the pages are; letters of a process without pages have bare paths. */
  site?: string;
}): EmbeddedPorts => {
  const { dataDir, clock, identity, log, engine = embeddedEngine(), site = '' } = options;
  const record = options.record ?? fileRecord(dataDir, clock);
  let bell = (): void => {};
  // Before anybody follows the changes, nobody has seen any.
  let seen = (): (FeedPosition | undefined)[] => [undefined];
  const table = ringing(record, () => bell());
  const queue = tableQueue({ table, clock });
  const deliveries = tableQueue({ table, clock, name: 'deliveries' });
  const mail = tableMailbox({ table });
  const remains: Deps['remains'] = {
    takeOut: (keys) => record.takeOut(keys),
    forget: (one) => record.forget(one, seen()),
    clean: () => record.clean(),
  };
  const folder = folderFiles({ root: join(dataDir, 'files') });
  const posts = signedPosts({
    files: folder,
    url: `${site}/incoming`,
    secret: secretIn(join(dataDir, 'incoming.key')),
    clock,
  });
  const deps: EmbeddedPorts['deps'] = {
    table,
    queue,
    deliveries,
    post: options.post ?? httpsPost(),
    ...(options.accounts && { accounts: options.accounts }),
    remains,
    clock,
    identity,
    log,
    site,
    cursors: signedCursors(secretIn(join(dataDir, 'cursors.key'))),
    signer: async () => signerFrom(secretIn(join(dataDir, certificateSecret))),
    newId,
    search: engine.search,
    files: options.files ?? { ...folder, offers: posts.offers },
    mail,
    mailbox: mail,
  };
  const onError = (error: unknown): void =>
    log({
      level: 'error',
      event: 'background_error',
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  const start = async () => {
    await engine.prepare(deps);
    const following = await followChanges(deps, [...consumers, ...engine.consumers]);
    bell = () => following.wake();
    seen = () => following.seen();
    const worker = queue.work(
      { job: ({ id }, signal) => workOnJob(deps, jobHandlers, id, { ...onlyWorker, signal }) },
      { onError, concurrency: 2 },
    );
    const deliverer = deliveries.work({ webhook: webhookDelivery(deps) }, { onError });
    const tickOnce = async (): Promise<void> => void (await tick(deps, clockTasks));
    const timer = every(tickMs, tickOnce, onError);
    const stop = async (): Promise<void> => {
      await timer.stop();
      await worker.stop();
      await deliverer.stop();
      await following.stop();
      await engine.close();
    };
    const settled = async (): Promise<void> => {
      await following.caughtUp();
      await worker.idle();
      await deliverer.idle();
      await following.caughtUp();
    };
    return { settled, tick: tickOnce, stop };
  };
  return { deps, takePost: posts.take, start, close: () => record.close() };
};
