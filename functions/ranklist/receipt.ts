import { canonicalJson } from '../../matching/round/canonical.ts';
import type { RankList } from './schema.ts';

/**
 * What a list's owner keeps of what was certified: a document with one spelling, so that its hash can be made again
 * anywhere. It is made of what is stored and counts; a draft on top of it changes nothing.
 */
export const receiptDocument = (list: RankList): string | undefined =>
  list.certified === undefined
    ? undefined
    : canonicalJson({
        round: list.roundId,
        side: list.side,
        owner: list.side === 'student' ? (list.alias ?? list.studentId) : list.postingId,
        choices: list.certified,
        certifiedAt: list.certifiedAt,
      });
