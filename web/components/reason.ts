import { useT } from '../i18n/use-lang.tsx';

/** The dictionary's name for a predicate: its number becomes `n`, all but letters and digits `_`. */
export const reasonKey = (reason: string): string =>
  reason
    .replace(/\d[\d,]*/, 'n')
    .replace(/\W+/g, '_')
    .toLowerCase();

/**
 * Says why a field is wrong in the reader's language. The server's reasons are English predicates
 * ("must not be empty"); those with a sentence in `reasons` are translated, others shown as they are.
 */
export function useReason(): (reason: string) => string {
  const t = useT('shared');
  return (reason) => {
    const count = /\d[\d,]*/.exec(reason)?.[0];
    const key = reasonKey(reason);
    return t.maybe(`reasons.${key}`, count === undefined ? {} : { n: count }) ?? reason;
  };
}
