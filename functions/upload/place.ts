import { createHash } from 'node:crypto';
import { type Actor, actorName } from '../actor.ts';
import type { UploadId } from './schema.ts';

/** Where files wait that nobody has looked at. */
export const incoming = 'incoming';

/** Where those of one person wait: whoever else names the same id finds nothing. */
export const incomingOf = (name: string): string =>
  `${incoming}/${createHash('sha256').update(name).digest('hex').slice(0, 32)}`;

export const incomingFile = (actor: Actor, uploadId: UploadId): string =>
  `${incomingOf(actorName(actor))}/${uploadId}`;
