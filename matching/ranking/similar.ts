import type { PostingDocument, StudentDocument } from './document.ts';
import type { Hit } from './evaluate.ts';
import type { Part } from './part.ts';
import { postingsForStudent, type PostingsPlan } from './plan.ts';
import { noWeights } from './weights.ts';

/** The words say most of what a posting is about, then the skills, then the category. */
const weights = { ...noWeights, text: 4, skills: 3, interest: 3 };

/**
 * The postings most like a given one, by the criteria that students are ranked with: those that would suit somebody
 * made for this posting, with its skills, interested in its category, who describes it in its own words.
 */
export function postingsLike(posting: PostingDocument, limit: number): PostingsPlan {
  const { id, cycleId, category, title, text, skills } = posting;
  const madeForIt: StudentDocument = {
    id,
    cycleId,
    country: '',
    zones: [],
    majors: [],
    studyLevel: 'bachelor',
    skills: [...skills.required, ...skills.preferred],
    availableFrom: posting.startsOn,
    availableTo: posting.endsOn,
    weeklyHours: posting.hours.max,
    workingHours: posting.coreHours,
    languages: [],
    workAuthorization: {},
    interests: [category],
    workModes: [],
    // The title counts twice, as it does where it is searched.
    text: `${title}\n${title}\n${text}`,
  };
  return postingsForStudent(madeForIt, {
    excluded: [id],
    weights,
    eligibleOnly: false,
    facets: false,
    limit,
  });
}

/** What two postings have in common. */
export interface Likeness {
  readonly sameCategory: boolean;
  /** Skills that both need, those that the other requires first. */
  readonly skills: readonly string[];
  /** Whether they describe the work in much the same words. */
  readonly sameWords: boolean;
}

/** A text criterion of this much is more than the words that all postings of a programme share. */
const telling = 0.5;

/** What a hit of `postingsLike` has in common with the posting. */
export function likenessOf({ parts }: Hit): Likeness {
  const has = (is: (part: Part) => boolean): boolean => parts.some(is);
  return {
    sameCategory: has(({ facts }) => facts.criterion === 'interest' && facts.categoryWanted === 'yes'),
    skills: parts.flatMap(({ facts }) => (facts.criterion === 'skills' ? facts.held : [])),
    sameWords: has(({ criterion, score }) => criterion === 'text' && score >= telling),
  };
}

/** Two things in common make a likeness; one alone, such as a category, is no reason to show a posting. */
export function isLike({ sameCategory, skills, sameWords }: Likeness): boolean {
  return Number(sameCategory) + skills.length + Number(sameWords) >= 2;
}
