import type { Answers } from './answers.ts';
import type { Finding } from './check.ts';
import type { StepTime } from './progress.ts';
import type { Proof } from './round.ts';

/** What a played cycle came to. */
export interface Report {
  companies: number;
  postings: number;
  seats: number;
  students: number;
  applications: number;
  proof: Proof;
  finding: Finding;
  answers: Answers;
  times: readonly StepTime[];
  /** What was not as it should be; empty for a good cycle. */
  faults: readonly string[];
}

const shownFaults = 20;
const row = (name: string, value: string | number): string => `  ${name.padEnd(18)} ${value}`;

/** The report as lines of text. */
export const linesOf = (report: Report): string[] => {
  const { companies, postings, seats, students, applications, proof, finding, answers, times, faults } =
    report;
  const taking = Object.keys(finding.result.assignment).length;
  const matched = taking - finding.result.unmatched.length;
  const choices = Object.entries(finding.result.rankHistogram).map(
    ([place, count]) => `${place}: ${count} (${Math.round((100 * count) / Math.max(1, matched))}%)`,
  );
  const seconds = times.reduce((sum, time) => sum + time.seconds, 0);
  return [
    '',
    row('companies', companies),
    row('postings', `${postings} with ${seats} seats`),
    row('students', students),
    row('applications', applications),
    row('in the round', `${taking} students, ${matched} matched, ${taking - matched} not`),
    row('choice they got', choices.join('  ')),
    row('blocking pairs', finding.blockingPairs),
    row('snapshot', proof.round.snapshot.sha256),
    row('result', proof.round.result.sha256),
    row('offers', `${answers.accepted} accepted, ${answers.declined} declined`),
    row('time', `${seconds.toFixed(1)} s`),
    '',
    ...(faults.length === 0
      ? ['Nothing is wrong: downloaded, hashed, verified and matched again.']
      : [
          `What is wrong (${faults.length}):`,
          ...faults.slice(0, shownFaults).map((fault) => `  - ${fault}`),
        ]),
  ];
};
