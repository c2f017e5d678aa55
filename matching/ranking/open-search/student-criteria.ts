import { isCategory, categoryMajors } from '../../taxonomy/categories.ts';
import { NOTHING_ASKED } from '../criteria/criterion.ts';
import { CATEGORY_WORTH, FULL_INTEREST, WORK_MODE_WORTH } from '../criteria/interest.ts';
import { MAJOR_WORTH, RELATED_TO_OPEN } from '../criteria/major.ts';
import { PREFERRED, REQUIRED, worthOfAll } from '../criteria/skills.ts';
import { dayOf } from '../days.ts';
import type { PostingDocument } from '../document.ts';
import { reachedPercent } from '../levels.ts';
import type { CriterionName } from '../part.ts';
import { postingDays } from '../zones.ts';
import { keysByPercent } from './language-key.ts';
import { overlapPoints } from './overlap.ts';
import { everything, largest, oneOf, scored, sum, term, worth, type Query } from './queries.ts';

type Compile = (posting: PostingDocument, weight: number) => Query;

/** Each criterion of `../criteria/` as the points it gives a student. */
export const studentCriteria: Readonly<Record<Exclude<CriterionName, 'text'>, Compile>> = {
  skills: ({ skills }, weight) => {
    const needed = worthOfAll(skills);
    if (needed === 0) return worth(weight * NOTHING_ASKED, everything);
    return scored(
      sum([
        ...skills.required.map((skill) => worth(REQUIRED, term('skills', skill))),
        ...skills.preferred.map((skill) => worth(PREFERRED, term('skills', skill))),
      ]),
      { source: 'weight * (_score / needed)', params: { weight, needed } },
    );
  },

  major: ({ majors, category }, weight) => {
    const open = majors.length === 0;
    const related = isCategory(category) ? categoryMajors[category] : [];
    return largest([
      worth(weight * MAJOR_WORTH.named, oneOf('majors', majors)),
      worth(weight * (open ? RELATED_TO_OPEN : MAJOR_WORTH.related), oneOf('majors', related)),
      ...(open ? [worth(weight * MAJOR_WORTH.open, everything)] : []),
    ]);
  },

  dates: ({ startsOn, endsOn }, weight) => {
    const [from, to] = [dayOf(startsOn), dayOf(endsOn)];
    return scored(everything, {
      source: "weight * (max(0, min(doc['endDay'].value, to) - max(doc['startDay'].value, from) + 1) / days)",
      params: { weight, from, to, days: Math.max(1, to - from + 1) },
    });
  },

  hours: ({ hours: { min } }, weight) =>
    scored(everything, {
      source: "weight * (doc['weeklyHours'].value >= asked ? 1 : doc['weeklyHours'].value / asked)",
      params: { weight, asked: min },
    }),

  overlap: (posting, weight) => overlapPoints(postingDays(posting), posting.overlapHours * 60, weight),

  language: ({ languages }, weight) => {
    if (languages.length === 0) return worth(weight, everything);
    return scored(
      sum(
        languages.flatMap(({ code, level }) =>
          keysByPercent(code, (held) => reachedPercent(held, level)).map(({ percent, keys }) =>
            worth(percent, oneOf('languages', keys)),
          ),
        ),
      ),
      { source: 'weight * (_score / (100 * count))', params: { weight, count: languages.length } },
    );
  },

  studyLevel: ({ studyLevels }, weight) =>
    worth(weight, studyLevels.length === 0 ? everything : oneOf('studyLevel', studyLevels)),

  interest: ({ category, workMode }, weight) =>
    scored(
      sum([
        worth(CATEGORY_WORTH.yes, term('interests', category)),
        worth(CATEGORY_WORTH.open, term('openToAll', true)),
        worth(WORK_MODE_WORTH.yes, term('workModes', workMode)),
        worth(WORK_MODE_WORTH.open, term('anyWorkMode', true)),
      ]),
      { source: `weight * (_score / ${FULL_INTEREST})`, params: { weight } },
    ),
};
