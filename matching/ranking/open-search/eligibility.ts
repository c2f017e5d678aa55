import { dayOf } from '../days.ts';
import type { PostingDocument, StudentDocument } from '../document.ts';
import { isWithinReach } from '../levels.ts';
import { languageKeys } from './language-key.ts';
import { all, any, between, not, oneOf, outside, term, type Query } from './queries.ts';

/** The hard rules of `../eligibility.ts` as filters of postings, in the same order. */
export function postingsOpenTo(student: StudentDocument): Query[] {
  const { cycleId, availableFrom, availableTo, country, studyLevel, workAuthorization } = student;
  const barredFrom = Object.keys(workAuthorization).filter((code) => workAuthorization[code] === 'no');
  const remote = term('workMode', 'remote');
  const anywhere = term('anyCountry', true);
  const withinReach = student.languages.map(({ code, level }): [string, string] => {
    const keys = languageKeys(code, (asked) => isWithinReach(level, asked));
    return [keys[0] ?? '', keys.at(-1) ?? ''];
  });
  return [
    ...(cycleId === undefined ? [] : [term('cycleId', cycleId)]),
    between('endDay', { gte: dayOf(availableFrom) }),
    between('startDay', { lte: dayOf(availableTo) }),
    any([not(remote), anywhere, term('countries', country)]),
    ...(barredFrom.length === 0
      ? []
      : [
          any([
            anywhere,
            ...(workAuthorization[country] === 'no' ? [] : [remote]),
            all([
              not(remote),
              outside(
                'countries',
                barredFrom.map((code) => [code, code]),
              ),
            ]),
          ]),
        ]),
    not(outside('languages', withinReach)),
    any([term('anyStudyLevel', true), term('studyLevels', studyLevel)]),
  ];
}

/** The same rules as filters of students. */
export function studentsWhoMay(posting: PostingDocument): Query[] {
  const { cycleId, startsOn, endsOn, workMode, countries, languages, studyLevels } = posting;
  return [
    any([term('anyCycle', true), term('cycleId', cycleId)]),
    between('startDay', { lte: dayOf(endsOn) }),
    between('endDay', { gte: dayOf(startsOn) }),
    ...(workMode === 'remote' && countries.length > 0 ? [oneOf('country', countries)] : []),
    ...(countries.length === 0
      ? []
      : workMode === 'remote'
        ? [term('barredAtHome', false)]
        : [not(all(countries.map((code) => term('barredFrom', code))))]),
    ...languages.map(({ code, level }) =>
      oneOf(
        'languages',
        languageKeys(code, (held) => isWithinReach(held, level)),
      ),
    ),
    ...(studyLevels.length === 0 ? [] : [oneOf('studyLevel', studyLevels)]),
  ];
}
