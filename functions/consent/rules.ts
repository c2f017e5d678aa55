import type { ConsentChange, Subject } from './schema.ts';

/** What somebody agrees to, by version; '' where the words have none. */
export type Agreed = Partial<Record<Subject, string>>;

const subjects: readonly Subject[] = ['privacy', 'ranking', 'referrer', 'surveys'];

/** What a change gave or took back: a newer version is given anew, and the older one is not taken back. */
export const changedConsents = (
  before: Agreed,
  after: Agreed,
): Pick<ConsentChange, 'to' | 'given' | 'words'>[] =>
  subjects.flatMap((to) => {
    const [old, now] = [before[to], after[to]];
    if (old === now) return [];
    const words = now ?? old;
    return [{ to, given: now !== undefined, ...(words !== '' && { words }) }];
  });
