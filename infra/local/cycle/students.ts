import { lettersAtAnyHour } from './letters.ts';
import type { PostingHit } from '../../../functions/posting/schema.ts';
import { randomFrom, seedOf } from '../seed/random.ts';
import { applicationContent } from '../seed/letter.ts';
import { type SeedStudent, seedStudents } from '../seed/students.ts';
import { type Caller, refusalOf } from './client.ts';
import { sideBySide } from './side-by-side.ts';
import type { Stage } from './stage.ts';

export interface PlayedStudent {
  seed: SeedStudent;
  self: Caller;
  /** What the identity issuer calls the person. */
  subject: string;
  /** How much the student wants each posting applied to: the fit and a taste of one's own. */
  wishes: Map<string, number>;
}

/** Students sign up and save their profiles, one part first as a person would. */
export const registerStudents = (stage: Stage, count: number): Promise<PlayedStudent[]> => {
  const { cast, progress, random, season } = stage;
  const seeds = seedStudents(random, season, count, 'student.example');
  return progress.step('Students sign up and save their profiles', count, (said) =>
    sideBySide(
      seeds,
      async (seed) => {
        const { email, profile } = seed.student;
        const name = profile.names?.preferred ?? email;
        const self = await cast.student({ email, name });
        const { subject } = await self.call('getMe');
        await lettersAtAnyHour(self);
        const { version } = await self.call('getProfile');
        const first = await self.call('saveProfile', {
          body: { names: profile.names, university: profile.university },
          ifMatch: version,
        });
        const whole = await self.call('saveProfile', { body: profile, ifMatch: first.version });
        if (whole.missing.length > 0)
          stage.faults.push(`The profile of ${email} lacks ${whole.missing.join(', ')}.`);
        return { seed, self, subject, wishes: new Map<string, number>() };
      },
      { said },
    ),
  );
};

/** Whether the list is what was agreed to: ranked only with consent, best fit first. */
const checkRanking = (
  { faults }: Stage,
  { seed, self }: PlayedStudent,
  { items, ranked }: { items: readonly PostingHit[]; ranked: boolean },
): void => {
  if (ranked !== seed.student.profile.consents?.ranking)
    faults.push(`${self.email} was ${ranked ? '' : 'not '}ranked, against what was agreed to.`);
  const scores = items.flatMap(({ fit }) => fit?.score ?? []);
  if (scores.some((score, index) => score > (scores[index - 1] ?? score)))
    faults.push(`The postings of ${self.email} are not in the order of their fit.`);
};

/**
 * Searches, then applies to the postings liked best: a mixture of fit and taste. Some withdraw the first application,
 * some leave one more as a draft. Chance is each student's own, so that the order of events changes nothing.
 */
const applyAs = async (stage: Stage, student: PlayedStudent): Promise<number> => {
  const { seed, self, wishes } = student;
  const random = randomFrom(seedOf(`${stage.seed} ${self.email}`));
  const [applications, withdraws, drafts] = [
    random.int(2, 8),
    random.chance(0.05),
    random.chance(0.1) ? 1 : 0,
  ];
  const found = await self.call('searchPostings', { query: { limit: 30 } });
  checkRanking(stage, student, found);
  const liked = found.items
    .map(({ posting, fit }) => ({ posting, wish: (fit?.score ?? 0) + random.next() * 0.25 }))
    .toSorted((a, b) => b.wish - a.wish)
    .slice(0, applications + drafts + 1);
  for (const [index, { posting, wish }] of liked.entries()) {
    const { title, questions = [] } = posting.content;
    const { zh = '', en = zh } = posting.company.name;
    const content = applicationContent(random, seed, { title, questions }, { zh: zh || en, en });
    const body = { postingId: posting.id, content, submit: index < applications };
    if (index < applications + drafts) {
      const made = await self.call('apply', { body });
      if (body.submit) wishes.set(posting.id, wish);
      if (!withdraws || index > 0) continue;
      wishes.delete(posting.id);
      const params = { applicationId: made.id };
      await self.call('moveApplication', { params, body: { to: 'withdrawn' }, ifMatch: made.version });
    } else if (wishes.size === stage.applicationCap) {
      const refusal = await refusalOf(self.call('apply', { body: { ...body, submit: true } }));
      if (refusal !== 'application_cap') stage.faults.push(`${self.email} passed the cap of applications.`);
    }
  }
  return Math.min(applications, liked.length);
};

/** Everybody applies. Answers how many applications were sent. */
export const applyToPostings = async (stage: Stage, students: readonly PlayedStudent[]): Promise<number> => {
  const sent = await stage.progress.step('Students search and apply', students.length, (said) =>
    sideBySide(students, (student) => applyAs(stage, student), { said }),
  );
  return sent.reduce((sum, count) => sum + count, 0);
};
