import type { Facts, TextFacts } from '../../matching/ranking/part.ts';
import type { Formats } from '../i18n/format.ts';
import type { Say } from '../i18n/use-lang.tsx';
import type { Names } from './taxonomy.ts';

interface Voice {
  t: Say<'shared'>;
  f: Formats;
  names: Names;
}

/** What a criterion found, as one sentence: "4 of 5 skills; missing SQL". */
export function factSentence(facts: Facts, { t, f, names }: Voice): string {
  switch (facts.criterion) {
    case 'skills': {
      const needed = facts.held.length + facts.missing.length;
      if (needed === 0) return t('fit.facts.skillsNone');
      const counts = t('fit.facts.skills', { held: facts.held.length, needed });
      if (facts.missing.length === 0) return counts;
      return t('fit.facts.skillsMissing', { counts, missing: f.list(facts.missing.map(names.skill)) });
    }
    case 'major':
      return t(`fit.facts.major.${facts.relation}`, { majors: f.list(facts.majors.map(names.major)) });
    case 'dates':
      return t('fit.facts.dates', { available: facts.availableDays, days: facts.days });
    case 'hours':
      return t('fit.facts.hours', { offered: facts.offered, min: facts.min, max: facts.max });
    case 'overlap':
      return t('fit.facts.overlap', {
        have: f.duration(Math.round(facts.minutes)),
        needed: f.duration(facts.needed),
      });
    case 'language':
      if (facts.languages.length === 0) return t('fit.facts.languageNone');
      return f.list(
        facts.languages.map(({ code, needed, held, enough }) =>
          t(enough ? 'fit.facts.languageEnough' : 'fit.facts.languageShort', {
            language: f.language(code),
            needed: t.maybe(`languageLevels.${needed}`) ?? needed,
            held: held === undefined ? t('fit.facts.notListed') : (t.maybe(`languageLevels.${held}`) ?? held),
          }),
        ),
      );
    case 'studyLevel':
      if (facts.asked.length === 0) return t('fit.facts.levelOpen');
      return t(facts.asked.includes(facts.level) ? 'fit.facts.levelYes' : 'fit.facts.levelNo', {
        asked: f.list(facts.asked.map((level) => t(`levels.${level}`))),
      });
    case 'interest':
      return t(`fit.facts.interest.${facts.categoryWanted}`, { category: names.category(facts.category) });
    case 'text':
      return textSentence(facts, { t, f });
  }
}

/** The words found, and apart from them those that only have letters in common, which give few points. */
function textSentence({ matched }: TextFacts, { t, f }: Pick<Voice, 't' | 'f'>): string {
  const words = matched.flatMap((match) => {
    if (match.means === 'letters') return [];
    return [match.means === 'same' ? match.word : t(`fit.facts.means.${match.means}`, match)];
  });
  const alike = matched.flatMap((match) =>
    match.means === 'letters'
      ? [t(match.shared === match.found ? 'fit.facts.means.character' : 'fit.facts.means.letters', match)]
      : [],
  );
  const few = (list: readonly string[]): string => f.list(list.slice(0, 6));
  const sentences = [
    ...(words.length === 0 ? [] : [t('fit.facts.text', { count: words.length, words: few(words) })]),
    ...(alike.length === 0 ? [] : [t('fit.facts.textLetters', { words: few(alike) })]),
  ];
  return sentences.length === 0 ? t('fit.facts.textNone') : sentences.join(t('fit.facts.textThen'));
}
