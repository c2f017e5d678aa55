import { postingCorpus } from '../../../matching/ranking/corpus.ts';
import { evaluatePostings } from '../../../matching/ranking/evaluate.ts';
import { postingsForStudent } from '../../../matching/ranking/plan.ts';
import {
  criterionNames,
  defaultWeights,
  noWeights,
  type Weights,
} from '../../../matching/ranking/weights.ts';
import { mean, ndcg } from '../measures.ts';
import { readProfiles, type GradedProfiles } from './read.ts';

export interface ProfileFigures {
  readonly ndcg: number;
  /** Of the times a posting is in a student's first `SEEN`: 0 when all are shown equally often. */
  readonly gini: number;
  /** The share of postings that no student has in the first `SEEN`. */
  readonly unseen: number;
}

/** How far a student reads. */
const SEEN = 20;

/** The whole plan, the plan without each criterion, and each criterion alone. */
export function profileFigures(): Record<string, ProfileFigures> {
  const set = readProfiles();
  const plans: [string, Weights][] = [
    ['whole plan', defaultWeights],
    ...criterionNames.map((name): [string, Weights] => [`without ${name}`, { ...defaultWeights, [name]: 0 }]),
    ...criterionNames.map((name): [string, Weights] => [`${name} alone`, { ...noWeights, [name]: 1 }]),
  ];
  return Object.fromEntries(plans.map(([name, weights]) => [name, figuresOf(set, weights)]));
}

function figuresOf({ postings, students, grade }: GradedProfiles, weights: Weights): ProfileFigures {
  const corpus = postingCorpus();
  for (const posting of postings) corpus.upsert(posting, 1);
  const shown = new Map(postings.map(({ id }) => [id, 0]));
  const gains = students.map((student) => {
    const { hits } = evaluatePostings(
      postingsForStudent(student, { weights, limit: postings.length }),
      corpus,
    );
    for (const { id } of hits.slice(0, SEEN)) shown.set(id, (shown.get(id) ?? 0) + 1);
    const all = postings.map(({ id }) => grade(student.id, id));
    return ndcg(
      hits.map(({ id }) => grade(student.id, id)),
      all,
    );
  });
  const counts = [...shown.values()];
  return {
    ndcg: mean(gains),
    gini: gini(counts),
    unseen: counts.filter((count) => count === 0).length / counts.length,
  };
}

/** 0 when all have the same, towards 1 when one has everything. */
function gini(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const total = sorted.reduce((sum, value) => sum + value, 0);
  if (total === 0) return 0;
  const weighted = sorted.reduce(
    (sum, value, index) => sum + (2 * (index + 1) - sorted.length - 1) * value,
    0,
  );
  return weighted / (sorted.length * total);
}
