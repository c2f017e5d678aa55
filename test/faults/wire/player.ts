import { dateOf, dayOf } from '../../../matching/ranking/days.ts';
import type { Random } from '../../../infra/local/seed/random.ts';
import { postingContent, profile } from '../../support/samples.ts';
import type { Person } from '../../support/request.ts';
import { postingId } from '../../support/market.ts';
import { type Ask, Refused } from '../caller.ts';

/** What one client knows of something that nobody else changes: what it may be by now. */
interface Known {
  possible: Set<string>;
  version: number;
}

/** Whether an answer that is not 2xx may be given on a bad line. */
const isFair = ({ status, retryAfter }: Refused): boolean =>
  status === 409 || status === 412 || (status === 503 && retryAfter !== null);

/**
 * One student or recruiter who reads and writes at will, and holds each answer against what was answered before: what
 * was answered with 2xx is there, and what was answered with anything else is there whole or not at all.
 */
export const player = (person: { as: Person; number: number; ask: Ask; random: Random }) => {
  const { as, number, ask, random } = person;
  const wrong: string[] = [];
  const answers = new Map<string, number>();
  const own = postingId(number);
  let made = 0;
  const known: Known = { possible: new Set(), version: 0 };
  /** Applications sent, each with its key until its outcome is known. */
  const sent = new Map<string, 'unknown' | 'done'>();

  const count = (answer: string): void => void answers.set(answer, (answers.get(answer) ?? 0) + 1);
  /** The answer, or undefined when it was a fair refusal. */
  const fairly = async <T>(asked: Promise<T>): Promise<T | Refused> => {
    try {
      const answer = await asked;
      count('2xx');
      return answer;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      count(`${error.status} ${error.code}`);
      if (!isFair(error)) wrong.push(error.message);
      return error;
    }
  };
  const see = (found: string, version: number): void => {
    if (!known.possible.has(found))
      wrong.push(
        `${as.subject} reads ${found}, though only ${[...known.possible].join(' or ')} can be there`,
      );
    known.possible = new Set([found]);
    known.version = version;
  };

  const read = async (): Promise<void> => {
    if (as.role === 'student') {
      const answer = await fairly(ask('getProfile', { as }));
      if (!(answer instanceof Refused)) see(answer.profile.names?.preferred ?? '', answer.version);
    } else {
      const answer = await fairly(ask('getPosting', { as, params: { postingId: own } }));
      if (!(answer instanceof Refused)) see(answer.content.validUntil ?? '', answer.version);
    }
  };

  const write = async (): Promise<void> => {
    made += 1;
    // What may change of a published posting, and is another one each time.
    const value = as.role === 'student' ? `${as.subject} ${made}` : dateOf(dayOf('2030-01-01') + made);
    const call = { as, ifMatch: known.version };
    const answer = await fairly<{ version: number }>(
      as.role === 'student'
        ? ask('saveProfile', {
            ...call,
            body: { ...profile(), names: { ...profile().names, preferred: value } },
          })
        : ask('updatePosting', {
            ...call,
            params: { postingId: own },
            body: { content: { ...postingContent(), validUntil: value } },
          }),
    );
    if (!(answer instanceof Refused)) {
      known.possible = new Set([value]);
      known.version = answer.version;
    } else if (answer.status === 503) known.possible.add(value);
    if (answer instanceof Refused) await read();
  };

  /** Under a key, as often as it takes to be told what became of it. */
  const apply = async (): Promise<void> => {
    const open = [...sent].find(([, state]) => state === 'unknown')?.[0];
    const target = open ?? postingId(random.int(1, 8));
    if (sent.get(target) === 'done') return;
    const body = { postingId: target, content: { answers: [] }, submit: true };
    sent.set(target, 'unknown');
    const answer = await fairly(ask('apply', { as, body, key: `${as.subject}-${target}` }));
    const isTold =
      !(answer instanceof Refused) ||
      answer.code === 'already_under_way' ||
      answer.code === 'already_applied';
    if (isTold) sent.set(target, 'done');
    else if (answer.code === 'application_cap') sent.delete(target);
  };

  const look = async (): Promise<void> => {
    await fairly(ask('searchPostings', { as, query: { limit: '5' } }));
  };

  return {
    wrong,
    answers,
    begin: async (): Promise<void> => {
      known.possible = new Set([as.role === 'student' ? '林晓雨' : '']);
      await read();
    },
    move: (): Promise<void> => {
      const roll = random.next();
      if (roll < 0.4) return write();
      if (roll < 0.6) return read();
      if (roll < 0.75 || as.role !== 'student') return look();
      return apply();
    },
    /** Over a line without faults: everything is as it was answered. */
    check: async (surely: Ask): Promise<void> => {
      if (as.role === 'student') {
        const { profile: found, version } = await surely('getProfile', { as });
        see(found.names?.preferred ?? '', version);
        const { items, quota } = await surely('listMyApplications', { as, query: { limit: '100' } });
        const ids = items.map((item) => item.postingId);
        for (const [id, state] of sent)
          if (state === 'done' && ids.filter((one) => one === id).length !== 1)
            wrong.push(`${as.subject} was told of an application to ${id} that is not there once`);
        if (quota.used !== items.length)
          wrong.push(`${items.length} applications are counted as ${quota.used}`);
      } else {
        const { content, version } = await surely('getPosting', { as, params: { postingId: own } });
        see(content.validUntil ?? '', version);
      }
    },
  };
};
