import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useOwnCycle } from '../shell/own-time.ts';
import { outcomesOf } from './outcome.ts';
import { useApplicantName, useOutcome } from './use-outcome.ts';
import type { Applicant } from './use-outcome.ts';

/** What a company can decide on an applicant now; turning down asks for the reason. */
export function OutcomeButtons(props: { applicant: Applicant; onMoved: (applicant: Applicant) => void }) {
  const t = useT('company');
  const { applicant } = props;
  const [refusing, setRefusing] = useState(false);
  const outcome = useOutcome(props.onMoved);
  const name = useApplicantName()(applicant);
  const possible = outcomesOf(applicant.state, useOwnCycle('shortlisting')?.phase);
  return (
    <>
      <div class="row">
        {possible.map((to, index) => (
          <Button
            key={to}
            kind={
              to === 'not_selected'
                ? 'danger'
                : index === 0 && applicant.state !== 'not_selected'
                  ? 'primary'
                  : 'quiet'
            }
            pending={outcome.pending}
            label={t('outcome.of', {
              name,
              action: t(applicant.state === 'not_selected' ? 'outcome.undo' : `outcome.${to}`),
            })}
            onClick={() => (to === 'not_selected' ? setRefusing(true) : void outcome.run(applicant, to))}
          >
            {t(applicant.state === 'not_selected' ? 'outcome.undo' : `outcome.${to}`)}
          </Button>
        ))}
      </div>
      {!refusing && <ProblemNotice problem={outcome.problem} />}
      <ReasonDialog
        open={refusing}
        title={t('outcome.refuseTitle', { name })}
        label={t('outcome.reason')}
        hint={t('outcome.reasonHint')}
        submit={t('outcome.not_selected')}
        action={outcome}
        onSubmit={(reason) =>
          void outcome
            .run(applicant, 'not_selected', reason)
            .then((moved) => moved !== undefined && setRefusing(false))
        }
        onClose={() => setRefusing(false)}
      >
        <p>{t('outcome.refuseBody')}</p>
      </ReasonDialog>
    </>
  );
}
