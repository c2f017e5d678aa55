import { useState } from 'preact/hooks';
import { roundSteps } from '../../functions/cycle/in-round.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { FactList } from '../components/facts.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Panel } from '../components/page.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { StepProps } from './round.tsx';

/** Where an open supplementary round is, its windows, and the way to its next step. The main round goes with the cycle. */
export function RoundStepPanel({ round, set }: StepProps) {
  const t = useT('supplementary');
  const f = useFormat();
  const call = useClient();
  const { terms, step } = round;
  const next = step && roundSteps[roundSteps.indexOf(step) + 1];
  const [asking, setAsking] = useState(false);
  const move = useAction(async (to: (typeof roundSteps)[number]) => {
    const params = { roundId: round.id };
    set(await call('moveRoundStep', { params, body: { to }, ifMatch: round.version }));
    setAsking(false);
  });
  if (terms === undefined || step === undefined) return null;
  const span = (window: { from: string; to: string }) => (
    <>
      <DateTime at={window.from} /> – <DateTime at={window.to} />
    </>
  );
  const title = next === undefined ? '' : t('step.move', { step: t(`step.name.${next}`) });
  return (
    <Panel title={t('step.title')}>
      {round.state === 'open' && <p class="strong">{t('step.now', { step: t(`step.name.${step}`) })}</p>}
      <FactList
        of={[
          [t('step.applying'), span(terms.applying)],
          [t('step.ranking'), span(terms.ranking)],
          [t('step.cap'), f.number(terms.applicationCap)],
          [
            t('step.openSeats'),
            round.opening === undefined ? t('step.counting') : f.number(round.opening.seats),
          ],
        ]}
      />
      {round.state === 'open' && (
        <div class="row">
          {next !== undefined && <Button onClick={() => setAsking(true)}>{title}</Button>}
          <ButtonLink kind="quiet" href={`/coordinator/rounds/${round.id}/windows`}>
            {t('step.terms')}
          </ButtonLink>
        </div>
      )}
      {next !== undefined && (
        <Confirm
          open={asking}
          title={title}
          confirm={title}
          action={move}
          onConfirm={() => void move.run(next)}
          onClose={() => setAsking(false)}
        >
          <p>{t(`step.means.${next}`)}</p>
        </Confirm>
      )}
    </Panel>
  );
}
