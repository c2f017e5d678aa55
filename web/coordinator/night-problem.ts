import { ApiProblem } from '../api/problem.ts';

const nightOnly = /^leaves no hour between 7:00 and 23:00 in (.+)$/;

/** The refusal of a window with its zones in a sentence of the page: the common words for reasons hold no names. */
export const nightProblem = (problem: ApiProblem, say: (zone: string) => string): ApiProblem =>
  new ApiProblem(problem.status, problem.code, problem.message, {
    facts: problem.facts,
    fields: problem.fields.map(({ pointer, reason }) => {
      const zone = nightOnly.exec(reason)?.[1];
      return { pointer, reason: zone === undefined ? reason : say(zone.replaceAll('_', ' ')) };
    }),
  });
