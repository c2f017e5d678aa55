import type { CertificateSigner } from './certificate/signer.ts';
import type { Clock } from './clock/clock.ts';
import type { Cursors } from './cursors.ts';
import type { Files } from './files/files.ts';
import type { AccountRemoval } from './identity/account-removal.ts';
import type { IdentityVerifier } from './identity/identity.ts';
import type { Mail, Mailbox } from './mail/mail.ts';
import type { Queue } from './queue/queue.ts';
import type { Search } from './search/search.ts';
import type { Remains } from './table/remains.ts';
import type { Table } from './table/table.ts';
import type { Malware } from './upload/scan.ts';
import type { Answered } from './watch/answered.ts';
import type { Post } from './webhook/post.ts';

/** What a deployment supplies: the ports, and a source of ids. */
export interface Deps {
  table: Table;
  search: Search;
  files: Files;
  /** Looks for malware in a file that was sent past the API; where it is absent, files are looked at by their content alone. */
  malware?: (file: string) => Promise<Malware>;
  /** Whether processes that come and go begin with a snapshot of the search documents, which the clock then keeps. */
  keepsSearchSnapshot?: boolean;
  mail: Mail;
  /** Where letters can be looked at, if they stay here. */
  mailbox?: Mailbox;
  queue: Queue;
  /** What is to be sent to partners' endpoints: apart, so that a slow one holds up no job. */
  deliveries: Queue;
  post: Post;
  clock: Clock;
  identity: IdentityVerifier;
  /** Signs where pages of lists end, with a secret of the deployment. */
  cursors: Cursors;
  /** Signs certificates; only what issues them has it. */
  signer?: () => Promise<CertificateSigner>;
  /** Removes an account of the issuer; absent where the issuer is somebody else's. */
  accounts?: AccountRemoval;
  /** What the record keeps beside its items. */
  remains: Remains;
  /** Where the pages are, for links in letters: `https://internships.example`. */
  site: string;
  /** 20 random characters of [a-z0-9]. */
  newId: () => string;
  /** Is told of every answer, for metrics. */
  answered?: (answer: Answered) => void;
  /** One structured line; never personal data. */
  log: (entry: { level: 'info' | 'error'; event: string; [fact: string]: unknown }) => void;
}
