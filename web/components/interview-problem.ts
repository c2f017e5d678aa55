import { ApiProblem } from '../api/problem.ts';
import { useLang, useT } from '../i18n/use-lang.tsx';

/** A refusal in the words of the pages about interviews, where they have any. */
export function useInterviewProblem(
  area: 'interview' | 'interviews',
  problem: ApiProblem | undefined,
): ApiProblem | undefined {
  const t = useT(area);
  const { lang } = useLang();
  const said = problem && t.maybe(`errors.${problem.code}`, problem.facts);
  if (problem === undefined || said === undefined) return problem;
  // What is wrong with a field is said by the sentence: the server's English would only repeat it.
  const fields = problem.fields.map(({ pointer, reason }) => ({
    pointer,
    reason: lang === 'en' ? reason : said,
  }));
  return new ApiProblem(problem.status, problem.code, said, { fields, facts: problem.facts });
}
