import { useT } from '../i18n/use-lang.tsx';
import type { PublicRound, Rounds } from './rounds.ts';

/** Which round's list is shown, with the way to those of the others; nothing while there is one round. */
export function RoundChoice(props: { rounds: Rounds; shown: PublicRound }) {
  const t = useT('supplementary');
  const { shown } = props;
  const live = props.rounds.items
    .filter(({ state }) => state !== 'voided' && state !== 'failed')
    .toSorted((a, b) => a.number - b.number);
  if (live.length < 2) return null;
  const name = ({ kind, number }: PublicRound) => t(`round.${kind}`, { number });
  return (
    <>
      <p class="strong">
        {t('seats.view')} {name(shown)}
      </p>
      <p class="row">
        <span class="muted">{t('seats.others')}</span>
        {live
          .filter(({ id }) => id !== shown.id)
          .map((round) => (
            <a key={round.id} href={`/student/rank-list?round=${round.id}`}>
              {name(round)}
            </a>
          ))}
      </p>
    </>
  );
}
