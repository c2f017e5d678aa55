import type { Deps } from '../deps.ts';
import { WriteConflict } from '../table/table.ts';
import { cycleZoneNow, personOf } from './person.ts';
import type { Notice } from './schema.ts';
import { sendDaily, sendOne, settle } from './send.ts';
import { lettersDue, nameOfInbox } from './store.ts';

const dueOf = ({ letter }: Notice): string => (letter.state === 'due' ? letter.dueAt : '');
const isDaily = ({ letter }: Notice): boolean => letter.state === 'due' && letter.how === 'daily';

const sendTo = async (deps: Deps, list: readonly Notice[], cycleZone: string): Promise<void> => {
  const [first] = list;
  if (first === undefined) return;
  const person = await personOf(deps, first.inbox, cycleZone);
  if (person === undefined) {
    for (const notice of list) await settle(deps, notice, { state: 'none' });
    return;
  }
  for (const notice of list) if (!isDaily(notice)) await sendOne(deps, person, notice);
  const daily = list.filter(isDaily);
  if (daily.length > 0) await sendDaily(deps, person, daily, dueOf(daily[0] ?? first));
};

/** Sends every letter that waited until now. One that fails is tried again at the next turn and holds up no other. */
export const sendLetters = async (deps: Deps): Promise<void> => {
  const due = await Array.fromAsync(lettersDue(deps.table, deps.clock.now()));
  if (due.length === 0) return;
  const cycleZone = await cycleZoneNow(deps);
  for (const list of Map.groupBy(due, ({ inbox }) => nameOfInbox(inbox)).values()) {
    try {
      await sendTo(deps, list, cycleZone);
    } catch (error) {
      // Another process was faster, or the person looked into the inbox at the same moment.
      if (error instanceof WriteConflict) continue;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      deps.log({ level: 'error', event: 'letter_failed', error: text });
    }
  }
};
