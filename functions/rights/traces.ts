import { entriesOf } from '../audit/store.ts';
import { deadChanges, giveUp } from '../changes/dead-change.ts';
import { recruiters, recruitersOf } from '../company/recruiters.ts';
import type { Deps } from '../deps.ts';
import { removeFolder } from '../files/remove-folder.ts';
import { removeLetters } from '../mail/remove-letters.ts';
import { findReferral } from '../referral/store.ts';
import { withoutLoneTies } from '../ranklist/ties.ts';
import { rankLists } from '../ranklist/store.ts';
import { emptyRound, reduceRound } from '../round/reduce.ts';
import { getRound } from '../round/store.ts';
import { snapshotFile } from '../search/snapshot-file.ts';
import { everyItem } from '../table/every.ts';
import { writeIndependent } from '../table/independent.ts';
import type { Item, Operation, Query } from '../table/table.ts';
import { accountWalks, findAccountWalk } from '../retention/store.ts';
import { queuedMessages } from '../queue/table-messages.ts';
import { incomingOf } from '../upload/place.ts';
import { everyWebhook } from '../webhook/store.ts';
import { mentions, type Person, redacted, type Student } from './person.ts';
import { certificatesOf } from './forget.ts';
import { rewrite } from './rewrite.ts';
import { kindOfHeld, ofPerson, signatureOf, subjectOf } from './store.ts';
import { systemStamp } from './system.ts';
import { wordIn } from './word-in.ts';

type Way<P = Student> = (deps: Deps, person: P) => Promise<void>;

export const removal = (deps: Deps, { pk, sk }: Item): Operation => ({
  delete: { pk, sk, stamp: systemStamp(deps) },
});
const matching = async (
  { table }: Deps,
  query: Query,
  fits: (item: Item) => boolean = () => true,
): Promise<Item[]> => (await Array.fromAsync(everyItem(table, query))).filter(fits);

/** Frees the times that the student had, and takes the student's hand off those once had. */
export const freeSlots: Way = async (deps, person) => {
  const theirs = new Set(
    person.items.filter(({ sk }) => sk.startsWith('INTERVIEW#')).map(({ body }) => wordIn(body, 'slotId')),
  );
  for (const postingId of person.postingIds) {
    const query = { pk: `POSTING#${postingId}`, sk: { prefix: 'INTERVIEW_SLOT#' } };
    for await (const item of everyItem(deps.table, query)) {
      const isTheirs = theirs.has(wordIn(item.body, 'id')) && item.body.taken === true;
      if (!isTheirs && !mentions(person, item)) continue;
      const body = isTheirs ? { ...item.body, taken: false } : item.body;
      await deps.table.write([rewrite(deps, item, { body: redacted(person, body) })]);
    }
  }
  // A diary names slots and postings; that the student wrote into it last is on its stamp.
  for (const { body } of person.items.filter(({ sk }) => sk.startsWith('INTERVIEW#'))) {
    const key = { pk: `COMPANY#${wordIn(body, 'companyId')}`, sk: `DIARY#${wordIn(body, 'recruiter')}` };
    const diary = await deps.table.get(key);
    if (diary === undefined || !Array.isArray(diary.body.entries)) continue;
    const entries = diary.body.entries.filter((entry) => !isEntryOf(entry, body.slotId));
    await deps.table.write([rewrite(deps, diary, { body: { ...diary.body, entries } })]);
  }
};
const isEntryOf = (entry: unknown, id: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === id;

/** Companies' rank lists: of a round to come the entry goes, of one that was frozen a word stands in its place. */
export const leaveRankLists: Way = async (deps, person) => {
  const { studentId } = person.deletion;
  const rounds = new Set<string>();
  for (const { body } of person.items) if (typeof body.roundId === 'string') rounds.add(body.roundId);
  const cycleIds = new Set<string>();
  for (const { body } of person.items) if (typeof body.cycleId === 'string') cycleIds.add(body.cycleId);
  for (const cycleId of cycleIds)
    for (const { body } of await matching(deps, { index: 'gsi1', pk: `CYCLE#${cycleId}#ROUNDS` }))
      rounds.add(wordIn(body, 'id'));
  for (const postingId of person.postingIds)
    for (const roundId of rounds) {
      const item = await deps.table.get({ pk: `POSTING#${postingId}`, sk: `RANKLIST#${roundId}` });
      if (item === undefined || !mentions(person, item)) continue;
      const list = rankLists.parse(item);
      if (list.state === 'locked' || list.side === 'student') {
        await deps.table.write([rewrite(deps, item, redacted(person, { body: item.body }))]);
        continue;
      }
      const left = (entries: typeof list.choices) =>
        withoutLoneTies(
          entries
            .filter((entry) => entry !== studentId)
            .map((entry) => (Array.isArray(entry) ? entry.filter((one) => one !== studentId) : entry)),
        );
      const changed = {
        ...list,
        choices: left(list.choices),
        ...(list.certified && { certified: left(list.certified) }),
      };
      await deps.table.write([rankLists.update(changed, systemStamp(deps))]);
    }
};

/**
 * A snapshot that an earlier version froze calls students by what they sign in with: its round is reduced at once. Lists
 * of one that was given up may still count in the next, and stay until their time.
 */
export const reduceUnaliased: Way = async (deps, { items }) => {
  for (const item of items.filter((one) => kindOfHeld(one) === 'RANKLIST')) {
    const list = rankLists.parse(item);
    if (list.state !== 'locked' || list.side === 'posting' || list.alias !== undefined) continue;
    const round = await reduceRound(deps, list.roundId);
    if (round.state === 'published') await emptyWhole(deps, round.id);
  }
};
const emptyWhole = async (deps: Deps, roundId: string): Promise<void> => {
  for (;;) {
    const left = await emptyRound(deps, await getRound(deps.table, roundId), 500);
    if (left === 0) return;
  }
};

/** What recruiters were told about the student, in the product and, where letters stay here, by letter. */
export const untellCompanies: Way = async (deps, person) => {
  const theirs = (item: Item): boolean => mentions(person, item);
  for (const companyId of person.companyIds)
    for await (const item of everyItem(deps.table, recruitersOf(companyId))) {
      const email = recruiters.parse(item).email.toLowerCase();
      const notices = { pk: `RECRUITER#${email}#${companyId}`, sk: { prefix: 'NOTICE#' } };
      for (const query of [notices, { pk: `MAIL#${email}` }])
        await removeAll(deps, await matching(deps, query, theirs));
    }
};

const removeAll = async (deps: Deps, items: readonly Item[]): Promise<void> => {
  await writeIndependent(
    deps.table,
    items.map((item) => removal(deps, item)),
  );
};

/** Letters to the student, where letters stay here. */
export const emptyMailbox: Way<Person> = async (deps, { ids }) => {
  for (const address of new Set(ids.filter((id) => id.includes('@')).map((id) => id.toLowerCase())))
    await removeLetters(deps, address);
};

/** What partners' endpoints were sent about the student stays with them; the copy here goes. */
export const removeDeliveries: Way = async (deps, person) => {
  for (const { id } of await everyWebhook(deps.table)) {
    const query = { index: 'gsi1', pk: `WEBHOOK#${id}#DELIVERIES` } as const;
    await removeAll(deps, await matching(deps, query, (item) => mentions(person, item)));
  }
};

export const forgetAnswers: Way<Person> = async (deps, { deletion }) => {
  const query = { index: 'gsi1', pk: `ONCE_OF#${signatureOf(deletion)}` } as const;
  await deps.remains.takeOut(await matching(deps, query));
};

/** Changes that were laid aside, and messages that nobody could work off. */
export const dropLaidAside: Way<Person> = async (deps, person) => {
  const by = systemStamp(deps);
  for (const dead of await Array.fromAsync(deadChanges(deps.table)))
    if (mentions(person, dead)) await giveUp(deps.table, dead, by);
  const { deadLetters } = queuedMessages(deps);
  for (const letter of await deadLetters.all())
    if (mentions(person, letter)) await deadLetters.giveUp(letter);
};

/** The link that the student came by was counted up in the student's name. */
export const signLink: Way = async (deps, { deletion }) => {
  const referral = await findReferral(deps.table, deletion.studentId);
  if (referral === undefined) return;
  const key = { pk: `REFERRER#${referral.referrerId}`, sk: `INVITATION_LINK#${referral.linkId}` };
  const link = await deps.table.get(key);
  if (link !== undefined) await deps.table.write([rewrite(deps, link, {})]);
};

/** What was sent and waits. */
export const removeWaiting: Way<Person> = async ({ files }, { deletion }) => {
  await removeFolder(files, incomingOf(signatureOf(deletion)));
};

/** Files of agreements. */
export const removeFiles: Way = async (deps, { items }) => {
  for (const name of filesNamedIn(items)) await deps.files.remove(name);
};

/** The clock makes another one, of the documents that are there then. */
export const removeSnapshot: Way<Person> = async ({ files }) => files.remove(snapshotFile);

/** The files of the agreements among some items. */
export const filesNamedIn = (items: readonly Item[]): string[] => {
  const named = (value: unknown): string[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([name, inner]) =>
          name === 'file' && typeof inner === 'string' ? [inner] : named(inner),
        );
  const placements = items.filter(({ sk }) => sk.startsWith('PLACEMENT#'));
  return placements.flatMap(({ body }) => named(body));
};

/** The trail keeps that something happened, and a word in place of who and whose. */
export const blurTrail: Way = async (deps, person) => {
  const { studentId } = person.deletion;
  const named = person.items.flatMap(({ sk }) => sk.split('#').slice(1).slice(-1));
  const lists = [
    { index: 'gsi2', name: `student:${studentId}` } as const,
    ...[...new Set([studentId, ...named])].map((name) => ({ index: 'gsi1', name }) as const),
  ];
  for (const list of lists)
    for await (const item of entriesOf(deps.table, list)) {
      if (!mentions(person, item)) continue;
      const { pk, sk, body, index, stamp } = redacted(person, item);
      const { reason: _, ...rest } = body;
      const { reason: __, ...signed } = stamp;
      await deps.table.write([{ put: { pk, sk, body: rest, index, stamp: signed } }]);
    }
};

/** A walk that stands at this student begins anew. */
export const moveWalk: Way = async (deps, { deletion }) => {
  const walk = await findAccountWalk(deps.table);
  if (walk?.after === deletion.studentId)
    await deps.table.write([accountWalks.update({ version: walk.version }, systemStamp(deps))]);
};

export const removeAccount: Way<Person> = async ({ accounts }, { deletion }) =>
  accounts?.remove({ subject: subjectOf(deletion), email: deletion.email });

/** The student's own partition as it is by now, but for what a second try begins with. */
export const removeOwn: Way = async (deps, { deletion }) => {
  const spare = certificatesOf(deletion);
  const goes = ({ sk, body }: Item): boolean =>
    sk !== 'DELETION' && !(spare !== undefined && sk.startsWith(spare) && body.state === 'issued');
  await removeAll(deps, await matching(deps, ofPerson(deletion), goes));
};
