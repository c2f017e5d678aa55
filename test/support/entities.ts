import { expect } from 'vitest';
import type { CoordinatorActor, RecruiterActor, StudentActor } from '../../functions/actor.ts';
import { Application, type ApplicationState } from '../../functions/application/schema.ts';
import { Company, type CompanyState } from '../../functions/company/schema.ts';
import type { Phase } from '../../functions/cycle/phases.ts';
import { Cycle } from '../../functions/cycle/schema.ts';
import { CompanyId, StudentId } from '../../functions/ids.ts';
import { DomainError } from '../../functions/errors.ts';
import { Posting, type PostingState } from '../../functions/posting/schema.ts';
import { companyContent, cycleSettings, postingContent } from './samples.ts';

/** One of each, in the state that a rule is asked about; the samples of a cycle, company, posting and student belong together. */
const createdAt = '2026-02-02T00:00:00.000Z';
const cycleId = 'cyc_aaaaaaaaaaaaaaaa';
const companyId = CompanyId.parse('com_aaaaaaaaaaaaaaaa');
const postingId = 'pos_aaaaaaaaaaaaaaaa';
const studentId = StudentId.parse('student-1');

const person = (subject: string) => ({ subject, email: `${subject}@example.com`, name: subject });
export const student: StudentActor = { ...person(studentId), kind: 'student', studentId };
export const recruiter: RecruiterActor = { ...person('recruiter-1'), kind: 'company', companyId };
export const coordinator: CoordinatorActor = { ...person('coordinator-1'), kind: 'coordinator' };

export const cycleIn = (phase: Phase): Cycle =>
  Cycle.parse({ ...cycleSettings(), id: cycleId, phase, version: 1 });

export const companyIn = (state: CompanyState, content: object = companyContent()): Company =>
  Company.parse({
    id: companyId,
    createdAt,
    version: 1,
    state,
    content,
    submittedAt: createdAt,
    verifiedAt: createdAt,
    reason: 'as it was',
  });

export const postingIn = (state: PostingState, content: object = {}): Posting =>
  Posting.parse({
    id: postingId,
    cycleId,
    companyId,
    createdAt,
    version: 1,
    state,
    content: { ...postingContent(), ...content },
  });

/** With a history that it was submitted and then came to be in this state. */
export const applicationIn = (state: ApplicationState, moves = 2): Application =>
  Application.parse({
    id: `${studentId}~${postingId}`,
    cycleId,
    companyId,
    postingId,
    studentId,
    state,
    content: { answers: [] },
    history: Array.from({ length: moves }, (_, index) => ({
      state: index === moves - 1 ? state : 'submitted',
      at: createdAt,
      by: 'student',
    })),
    version: 1,
  });

/** An error of the domain with this code, to give to `toThrow`. */
export const refusal = (code: string, fields: readonly string[] = []) =>
  expect.objectContaining({
    name: 'DomainError',
    code,
    ...(fields.length > 0 && { fields: fields.map((pointer) => expect.objectContaining({ pointer })) }),
  });

/** What a rule decides: its value, or the code of its refusal. */
export const decided = <T>(rule: () => T): T | string => {
  try {
    return rule();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};
