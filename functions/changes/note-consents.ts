import { concernsConsents, noteConsents } from '../consent/note.ts';
import { each, type Consumer } from './consumer.ts';

/** Keeps what students agreed to and took back, by version. */
export const consents: Consumer = {
  name: 'consents',
  kinds: ['PROFILE', 'REFERRAL', 'FOLLOW_UP'],
  when: concernsConsents,
  consume: each(noteConsents),
};
