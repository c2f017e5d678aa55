import type { Result } from '../api/types.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useBilingual } from './bilingual.tsx';

export type Seating = NonNullable<Result<'getPosting'>['seating']>;
type Condition = Seating['reserves'][number]['condition'];

/** Whom reserved seats are for: "students whose study level is Master and who live in Canada". */
export function useWho(): (condition: Condition) => string {
  const t = useT('posting');
  const words = useT('shared');
  const f = useFormat();
  return ({ studyLevels, countries, referrers }) => {
    const kinds = [
      ['levels', studyLevels.map((level) => words(`levels.${level}`))],
      ['countries', countries.map(f.country)],
      ['referrers', referrers],
    ] as const;
    const what = kinds
      .filter(([, list]) => list.length > 0)
      .map(([kind, list]) => t(`seating.${kind}`, { list: f.anyOf(list) }))
      .reduce((first, second) => t('seating.and', { first, second }));
    return t('seating.who', { what });
  };
}

/** How a posting's seats are shared, reserved and passed on, a sentence each; needs the `posting` dictionary. */
export function SeatsInWords(props: { postingId: string; seating: Seating }) {
  const t = useT('posting');
  const f = useFormat();
  const say = useBilingual();
  const who = useWho();
  const { seats: total, groups, reserves, passesTo, getsFrom } = props.seating;
  const named = (name: Seating['groups'][number]['name'], text: string) =>
    name === undefined ? text : t('seating.named', { name: say(name), text });
  const sentences = [
    ...reserves.map(({ name, seats, condition }) =>
      named(name, t('seating.reserve', { count: seats, total, who: who(condition) })),
    ),
    ...groups.map(({ name, seats, without, postings }) => {
      const others = postings.filter(({ id }) => id !== props.postingId).map(({ title }) => say(title));
      return named(
        name,
        others.length === 0
          ? t('seating.groupAlone', { seats })
          : t('seating.group', { others: f.list(others), seats, without }),
      );
    }),
    ...(passesTo === undefined ? [] : [t('seating.passesTo', { posting: say(passesTo.title) })]),
    ...(getsFrom.length === 0
      ? []
      : [t('seating.getsFrom', { postings: f.list(getsFrom.map(({ title }) => say(title))) })]),
  ];
  return (
    <ul class="sentences">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
