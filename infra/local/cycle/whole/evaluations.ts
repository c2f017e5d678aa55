import { windowOf } from '../../../../functions/evaluation/rules.ts';
import type { Answers, EvaluationView } from '../../../../functions/evaluation/schema.ts';
import type { Caller } from '../client.ts';
import { sideBySide } from '../side-by-side.ts';
import { type Intern, latest } from './interns.ts';
import type { WholeStage } from './play-on.ts';

const answersTo = ({ form }: EvaluationView): Answers =>
  Object.fromEntries(
    form.map((question) => {
      switch (question.kind) {
        case 'scale':
          return [question.id, 4];
        case 'choice':
          return [question.id, question.choices[0]?.id ?? ''];
        case 'text':
          return [question.id, '认真负责，进步明显。Careful work, clear progress.'];
      }
    }),
  );

const evaluationOf = async (
  { first }: Intern,
  caller: Caller,
  kind: EvaluationView['kind'],
  side: EvaluationView['side'],
): Promise<EvaluationView> => {
  const { items } = await caller.call('listEvaluations', { params: { placementId: first.id } });
  const found = items.find((one) => one.kind === kind && one.side === side);
  if (found === undefined) throw new Error(`${caller.email} finds no ${kind} evaluation.`);
  return found;
};

/** One side writes half, leaves, comes back and submits. */
const write = async (
  intern: Intern,
  side: EvaluationView['side'],
  kind: EvaluationView['kind'],
): Promise<void> => {
  const caller = side === 'student' ? intern.student : intern.recruiter;
  const open = await evaluationOf(intern, caller, kind, side);
  const params = { evaluationId: open.id };
  const answers = answersTo(open);
  const half = Object.fromEntries(Object.entries(answers).slice(0, 2));
  const saved = await caller.call('saveEvaluationDraft', {
    params,
    body: { answers: half },
    ifMatch: open.version,
  });
  await caller.call('submitEvaluation', { params, body: { answers }, ifMatch: saved.version });
};

/** Both sides write one of the two evaluations; each reads the other's when both are in, and not before. */
export const evaluateAll = async (
  stage: WholeStage,
  interns: readonly Intern[],
  kind: EvaluationView['kind'],
): Promise<void> => {
  const { faults, progress, time } = stage;
  const name = kind === 'mid_term' ? 'Both sides evaluate at mid-term' : 'Both sides evaluate at the end';
  await progress.step(name, interns.length, async (said) => {
    await time.goTo(latest(interns, (placement) => windowOf(kind, placement).opensAt));
    await sideBySide(
      interns,
      async (intern) => {
        await write(intern, 'company', kind);
        const early = await evaluationOf(intern, intern.student, kind, 'company');
        if (early.reads !== 'nothing' || Object.keys(early.answers).length > 0)
          faults.push(`${intern.student.email} reads the company's evaluation before writing one.`);
        await write(intern, 'student', kind);
        const both = await evaluationOf(intern, intern.student, kind, 'company');
        if (both.reads !== 'shared' || 'private' in both.answers)
          faults.push(`${intern.student.email} reads not just what is shared of the company's evaluation.`);
      },
      { said },
    );
  });
};
