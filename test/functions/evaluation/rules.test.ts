import { describe, expect, it } from 'vitest';
import { CompanyId, CycleId, EvaluationId, PlacementId, RoundId, StudentId } from '../../../functions/ids.ts';
import { byTheClock, nextAt, requireComplete, windowOf } from '../../../functions/evaluation/rules.ts';
import type { Answers, Evaluation } from '../../../functions/evaluation/schema.ts';
import { evaluationView } from '../../../functions/evaluation/view.ts';
import { defaultForms } from '../../../functions/internship/default-forms.ts';

const days = { startsOn: '2026-06-29', endsOn: '2026-08-21', zone: 'Asia/Shanghai', endedOnBefore: [] };
const common = {
  placementId: PlacementId.parse('student-1~rnd_0123456789abcdef'),
  roundId: RoundId.parse('rnd_0123456789abcdef'),
  cycleId: CycleId.parse('cyc_0123456789abcdef'),
  studentId: StudentId.parse('student-1'),
  companyId: CompanyId.parse('com_0123456789abcdef'),
  kind: 'final' as const,
  ...windowOf('final', days),
  reminded: [],
  version: 1,
};
const idOf = (side: string) => EvaluationId.parse(`student-1~rnd_0123456789abcdef~final~${side}`);
const scheduled: Evaluation = { ...common, id: idOf('student'), side: 'student', state: 'scheduled' };
const open: Evaluation = { ...common, id: idOf('student'), side: 'student', state: 'open' };
const form = defaultForms.final.company;
const answers: Answers = {
  overall: 5,
  skills: 4,
  teamwork: 5,
  initiative: 4,
  work: 'a',
  growth: 'b',
  again: 'yes',
  private: 'c',
};
const theirs: Evaluation = {
  ...common,
  id: idOf('company'),
  side: 'company',
  state: 'submitted',
  form,
  answers,
  submittedAt: common.opensAt,
  submittedBy: 'Wang Min',
};

describe('when an evaluation is written', () => {
  it('is around the middle, and around the end', () => {
    expect(windowOf('mid_term', days)).toEqual({
      opensAt: '2026-07-25T01:00:00.000Z',
      dueAt: '2026-08-01T10:00:00.000Z',
    });
    expect(windowOf('final', days)).toEqual({
      opensAt: '2026-08-14T01:00:00.000Z',
      dueAt: '2026-08-28T10:00:00.000Z',
    });
  });

  it('opens, reminds three days and one day before, and is overdue, each once', () => {
    const steps: string[] = [];
    let evaluation: Evaluation = { ...scheduled };
    for (let next = nextAt(evaluation); next !== undefined; next = nextAt(evaluation)) {
      expect(byTheClock(evaluation, new Date(Date.parse(next) - 1).toISOString())).toBeUndefined();
      const step = byTheClock(evaluation, next);
      if (step === undefined) throw new Error(`nothing happens at ${next}`);
      steps.push(`${next} ${step.action}`);
      evaluation = step.evaluation;
    }
    expect(steps).toEqual([
      '2026-08-14T01:00:00.000Z open',
      '2026-08-25T10:00:00.000Z reminded',
      '2026-08-27T10:00:00.000Z reminded',
      '2026-08-28T10:00:00.000Z overdue',
    ]);
  });

  it('is not reminded of twice by a clock that comes late, nor after it is due', () => {
    const late = byTheClock(open, '2026-08-27T20:00:00.000Z');
    expect(late).toMatchObject({ action: 'reminded', evaluation: { reminded: ['three_days', 'one_day'] } });
    expect(late && nextAt(late.evaluation)).toBe(common.dueAt);
    expect(byTheClock(open, common.dueAt)?.action).toBe('overdue');
  });
});

describe('answers', () => {
  const fieldsOf = (given: Answers): string[] => {
    try {
      requireComplete(form, given);
      return [];
    } catch (error) {
      if (!(error instanceof Error) || !('fields' in error) || !Array.isArray(error.fields)) throw error;
      return error.fields.map(({ pointer }: { pointer: string }) => pointer);
    }
  };
  it('are complete without what is optional', () => {
    const { private: _, ...rest } = answers;
    expect(fieldsOf(rest)).toEqual([]);
  });
  it.each([
    ['nothing but spaces', { ...answers, work: ' \n ' }, '/answers/work'],
    ['a word for a mark', { ...answers, overall: 'good' }, '/answers/overall'],
    ['a choice that there is not', { ...answers, again: 'perhaps' }, '/answers/again'],
    ['a mark for words', { ...answers, growth: 3 }, '/answers/growth'],
    ['a question that there is not', { ...answers, salary: 5 }, '/answers/salary'],
  ])('with %s are refused', (_what, given, pointer) => {
    expect(fieldsOf(given)).toEqual([pointer]);
  });
});

describe('who reads what', () => {
  const read = (counterpart: Evaluation, reader: 'student' | 'company' | 'coordinator') =>
    evaluationView(theirs, counterpart, { reader, form });
  it('is nothing of the other side before one’s own is in', () => {
    expect(read(open, 'student')).toMatchObject({ reads: 'nothing', form: [], answers: {} });
    expect(read(open, 'student').submittedBy).toBeUndefined();
  });
  it('is then what is shared, and never what is for coordinators alone', () => {
    const own: Evaluation = { ...theirs, id: idOf('student'), side: 'student' };
    const { private: _, ...shared } = answers;
    expect(read(own, 'student')).toMatchObject({ reads: 'shared', answers: shared });
    expect(read(own, 'student').form.map(({ id }) => id)).not.toContain('private');
  });
  it('is also then when one’s own was excused', () => {
    const { state: _, ...rest } = open;
    const excused: Evaluation = { ...rest, state: 'excused', reason: 'ill', excusedAt: common.opensAt };
    expect(read(excused, 'student').reads).toBe('shared');
  });
  it('is all of one’s own, and everything submitted for coordinators', () => {
    expect(read(open, 'company')).toMatchObject({ reads: 'own', answers });
    expect(read(open, 'coordinator')).toMatchObject({ reads: 'everything', answers });
  });
  it('is no draft of anybody else', () => {
    const draft: Evaluation = { ...open, draft: { answers: { overall: 1 }, savedAt: common.opensAt } };
    for (const reader of ['company', 'coordinator'] as const)
      expect(evaluationView(draft, theirs, { reader, form })).toMatchObject({
        reads: 'nothing',
        answers: {},
      });
    expect(
      evaluationView(draft, theirs, { reader: 'student', form: defaultForms.final.student }).answers,
    ).toEqual({
      overall: 1,
    });
  });
});
