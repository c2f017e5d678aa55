import { categorySlugs, isRelatedMajor } from '../../taxonomy/categories.ts';
import { CATEGORY_WORTH, FULL_INTEREST, WORK_MODE_WORTH } from '../criteria/interest.ts';
import { NOTHING_ASKED } from '../criteria/criterion.ts';
import { MAJOR_WORTH, RELATED_TO_OPEN } from '../criteria/major.ts';
import { PREFERRED, REQUIRED } from '../criteria/skills.ts';
import { dayOf } from '../days.ts';
import type { StudentDocument } from '../document.ts';
import { reachedPercent } from '../levels.ts';
import type { CriterionName } from '../part.ts';
import { studentDays } from '../zones.ts';
import { keysByPercent } from './language-key.ts';
import { overlapPoints } from './overlap.ts';
import { all, any, everything, largest, oneOf, scored, sum, term, worth, type Query } from './queries.ts';

type Compile = (student: StudentDocument, weight: number) => Query;

/** Each criterion of `../criteria/` as the points it gives a posting. */
export const postingCriteria: Readonly<Record<Exclude<CriterionName, 'text'>, Compile>> = {
  skills: ({ skills }, weight) =>
    sum([
      scored(
        sum(
          skills.flatMap((skill) => [
            worth(REQUIRED, term('required', skill)),
            worth(PREFERRED, term('preferred', skill)),
          ]),
        ),
        { source: "weight * (_score / doc['skillsWorth'].value)", params: { weight } },
      ),
      worth(weight * NOTHING_ASKED, term('skillsWorth', 0)),
    ]),

  major: ({ majors }, weight) => {
    const related = oneOf('category', relatedCategories(majors));
    const open = term('anyMajor', true);
    return largest([
      worth(weight * MAJOR_WORTH.named, oneOf('majors', majors)),
      worth(weight * RELATED_TO_OPEN, all([related, open])),
      worth(weight * MAJOR_WORTH.related, related),
      worth(weight * MAJOR_WORTH.open, open),
    ]);
  },

  dates: ({ availableFrom, availableTo }, weight) =>
    scored(everything, {
      source:
        "weight * (max(0, min(doc['endDay'].value, to) - max(doc['startDay'].value, from) + 1) / doc['days'].value)",
      params: { weight, from: dayOf(availableFrom), to: dayOf(availableTo) },
    }),

  hours: ({ weeklyHours }, weight) =>
    scored(everything, {
      source: "weight * (offered >= doc['minHours'].value ? 1 : offered / doc['minHours'].value)",
      params: { weight, offered: weeklyHours },
    }),

  overlap: (student, weight) => overlapPoints(studentDays(student), 'field', weight),

  language: ({ languages }, weight) =>
    sum([
      scored(
        sum(
          languages.flatMap(({ code, level }) =>
            keysByPercent(code, (asked) => reachedPercent(level, asked)).map(({ percent, keys }) =>
              worth(percent, oneOf('languages', keys)),
            ),
          ),
        ),
        { source: "weight * (_score / (100 * doc['languageCount'].value))", params: { weight } },
      ),
      worth(weight, term('languageCount', 0)),
    ]),

  studyLevel: ({ studyLevel }, weight) =>
    worth(weight, any([term('anyStudyLevel', true), term('studyLevels', studyLevel)])),

  interest: ({ interests, workModes }, weight) =>
    scored(
      sum([
        interests.length === 0
          ? worth(CATEGORY_WORTH.open, everything)
          : worth(CATEGORY_WORTH.yes, oneOf('category', interests)),
        workModes.length === 0
          ? worth(WORK_MODE_WORTH.open, everything)
          : worth(WORK_MODE_WORTH.yes, oneOf('workMode', workModes)),
      ]),
      { source: `weight * (_score / ${FULL_INTEREST})`, params: { weight } },
    ),
};

function relatedCategories(majors: readonly string[]): string[] {
  return categorySlugs.filter((category) => majors.some((one) => isRelatedMajor(category, one)));
}
