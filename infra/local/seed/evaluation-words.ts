import * as z from 'zod';
import type { Answers, EvaluationForm } from '../../../functions/evaluation/schema.ts';
import { Line } from '../../../functions/values.ts';
import lists from './data/evaluations.json' with { type: 'json' };
import type { Random } from './random.ts';

const Both = z.strictObject({ zh: Line, en: Line });
const Some = z.array(Both).min(1);

/** What people say of internships. */
export const said = z
  .strictObject({
    strengths: Some,
    improve: Some,
    growth: Some,
    learned: Some,
    change: Some,
    checkIns: Some,
    weeks: Some,
    comments: Some,
    extended: Both,
    terminated: Both,
  })
  .parse(lists);

const topics = ['strengths', 'improve', 'growth', 'learned', 'change'] as const;

/** A filled form: kind marks, and words that belong to the question, in the writer's language. */
export const answersTo = (
  random: Random,
  form: EvaluationForm,
  { lang, work }: { lang: 'zh' | 'en'; work: string },
): Answers =>
  Object.fromEntries(
    form.flatMap((question): [string, number | string][] => {
      switch (question.kind) {
        case 'scale':
          return [[question.id, random.chance(0.6) ? 5 : random.chance(0.8) ? 4 : 3]];
        case 'choice':
          return [[question.id, (random.chance(0.85) ? question.choices[0] : question.choices[1])?.id ?? '']];
        case 'text': {
          const topic = topics.find((one) => one === question.id);
          if (question.id === 'work') return [[question.id, work]];
          return topic === undefined ? [] : [[question.id, random.pick(said[topic])[lang]]];
        }
      }
    }),
  );
