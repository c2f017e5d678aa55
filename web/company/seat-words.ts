import { useBilingual } from '../components/bilingual.tsx';
import { useWho } from '../components/seats-in-words.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Entry, Seating } from './seating.ts';

/** Each rule of a plan as its company reads it. */
export function useSeatWords(seating: Seating) {
  const t = useT('company');
  const posting = useT('posting');
  const f = useFormat();
  const say = useBilingual();
  const who = useWho();
  const find = (id: string) => seating.postings.find((one) => one.id === id);
  const titleOf = (id: string): string => {
    const found = find(id);
    return found === undefined ? t('odd.gone') : say(found.title);
  };
  const named = (name: Entry<'groups'>['name'], text: string): string =>
    name === undefined ? text : posting('seating.named', { name: say(name), text });
  return {
    group: ({ name, seats, postingIds }: Entry<'groups'>): string => {
      const without = postingIds.reduce((sum, id) => sum + (find(id)?.seats ?? 0), 0);
      const key = postingIds.length === 1 ? 'groups.saysOne' : 'groups.says';
      return named(name, t(key, { postings: f.list(postingIds.map(titleOf)), seats, without }));
    },
    reserve: ({ name, postingId, seats, condition }: Entry<'reserves'>): string => {
      const total = find(postingId)?.seats ?? 0;
      const of = { posting: titleOf(postingId), count: seats, total, who: who(condition) };
      return named(name, t('reserves.says', of));
    },
    transfer: ({ from, to }: Entry<'transfers'>): string =>
      t('transfers.says', { from: titleOf(from), to: titleOf(to) }),
    oddity: ({ kind, postingId, seats = 0, left = 0 }: Seating['oddities'][number]): string =>
      t(`odd.${kind}`, { posting: titleOf(postingId), seats, left }),
  };
}
