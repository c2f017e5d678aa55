import type { PostingDocument, StudentDocument } from './document.ts';
import { isWithinReach } from './levels.ts';

/** The hard rules, each a fact that no score can make up for. */
export type IneligibleBecause = 'cycle' | 'dates' | 'country' | 'authorization' | 'language' | 'studyLevel';

type Rule = (student: StudentDocument, posting: PostingDocument) => boolean;

/** Each rule says whether the pair passes it. */
const rules: Readonly<Record<IneligibleBecause, Rule>> = {
  cycle: (student, posting) => student.cycleId === undefined || student.cycleId === posting.cycleId,
  // ISO dates compare as text
  dates: (student, posting) =>
    student.availableFrom <= posting.endsOn && posting.startsOn <= student.availableTo,
  country: (student, posting) =>
    posting.workMode !== 'remote' ||
    posting.countries.length === 0 ||
    posting.countries.includes(student.country),
  authorization: mayWork,
  language: (student, posting) =>
    posting.languages.every(({ code, level }) =>
      student.languages.some((held) => held.code === code && isWithinReach(held.level, level)),
    ),
  studyLevel: (student, posting) =>
    posting.studyLevels.length === 0 || posting.studyLevels.includes(student.studyLevel),
};

const ruleList: readonly Rule[] = Object.values(rules);

/**
 * Remote work needs the permission of the country the student lives in, other work that of one country of the
 * posting. Only a plain "no" excludes: what is temporary or undisclosed is for the two to settle.
 */
function mayWork(student: StudentDocument, posting: PostingDocument): boolean {
  if (posting.countries.length === 0) return true;
  if (posting.workMode === 'remote') return student.workAuthorization[student.country] !== 'no';
  return posting.countries.some((country) => student.workAuthorization[country] !== 'no');
}

export function isEligible(student: StudentDocument, posting: PostingDocument): boolean {
  return ruleList.every((rule) => rule(student, posting));
}

export function passes(rule: IneligibleBecause, student: StudentDocument, posting: PostingDocument): boolean {
  return rules[rule](student, posting);
}

/** Every rule that the pair fails; empty when the student may apply. */
export function ineligibleBecause(student: StudentDocument, posting: PostingDocument): IneligibleBecause[] {
  return ineligibilities.filter((name) => !rules[name](student, posting));
}

export const ineligibilities = [
  'cycle',
  'dates',
  'country',
  'authorization',
  'language',
  'studyLevel',
] as const satisfies readonly IneligibleBecause[];
