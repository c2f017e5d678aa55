import { useState } from 'preact/hooks';
import { inRound } from '../../functions/cycle/in-round.ts';
import { phases } from '../../functions/cycle/phases.ts';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Figure } from '../components/facts.tsx';
import { Notice } from '../components/notice.tsx';
import { Loaded } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import type { StepProps } from './round.tsx';
import { Step } from './step.tsx';

type Readiness = Result<'getReadiness'>;

function Missing(props: { readiness: Readiness }) {
  const t = useT('coordinator');
  const say = useBilingual();
  const { missingStudents, missingPostings } = props.readiness;
  return (
    <>
      {missingStudents.length > 0 && (
        <details>
          <summary>{t('readiness.missingStudents', { count: missingStudents.length })}</summary>
          <ul>
            {missingStudents.map(({ id, name, email }) => (
              <li key={id}>
                <a href={`/coordinator/students/${encodeURIComponent(id)}`}>{name}</a>{' '}
                <span class="muted">{email}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {missingPostings.length > 0 && (
        <details>
          <summary>{t('readiness.missingPostings', { count: missingPostings.length })}</summary>
          <ul>
            {missingPostings.map(({ id, title, company }) => (
              <li key={id}>
                <a href={`/coordinator/postings/${id}`}>{say(title)}</a> <span class="muted">{company}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** How many rules of seats a freeze would take in now, and what it would drop or leave without effect. */
function Seats(props: { seating: Readiness['seating'] }) {
  const t = useT('coordinator');
  const say = useBilingual();
  const { groups, reserves, transfers, oddities } = props.seating;
  if (groups + reserves + transfers + oddities.length === 0) return null;
  return (
    <>
      <p>{t('readiness.seats', { groups, reserves, transfers })}</p>
      {oddities.length > 0 && (
        <details>
          <summary>{t('readiness.oddities', { count: oddities.length })}</summary>
          <ul>
            {oddities.map(({ kind, posting, seats = 0, left = 0 }, index) => (
              <li key={index}>
                <a href={`/coordinator/postings/${posting.id}`}>{say(posting.title)}</a>{' '}
                <span class="muted">{posting.company}</span> {t(`readiness.odd.${kind}`, { seats, left })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Remind(props: { roundId: string; count: number }) {
  const t = useT('coordinator');
  const call = useClient();
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState<number>();
  const remind = useAction(async () => {
    const answer = await call('remindMissing', { params: { roundId: props.roundId } });
    setSent(answer.sent);
    setAsking(false);
  });
  return (
    <>
      {sent !== undefined && (
        <Notice tone="good" live>
          {t('readiness.sent', { count: sent })}
        </Notice>
      )}
      <Button kind="quiet" onClick={() => setAsking(true)}>
        {t('readiness.remind')}
      </Button>
      <Confirm
        open={asking}
        title={t('readiness.remind')}
        confirm={t('readiness.remind')}
        action={remind}
        onConfirm={() => void remind.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('readiness.remindBody', { count: props.count })}</p>
      </Confirm>
    </>
  );
}

/** A reminder while lists can be certified; before and after, when that is or that it is over. */
function UntilCertified(props: { round: StepProps['round']; missing: number; now: number }) {
  const t = useT('coordinator');
  const whole = useCurrentCycle().data;
  if (whole === undefined) return null;
  const cycle = inRound(whole, props.round);
  const { from, to } = cycle.windows.ranking;
  if (phases.indexOf(cycle.phase) < phases.indexOf('ranking'))
    return (
      <p>
        {t('readiness.notYet')} <DateTime at={from} now={props.now} />
      </p>
    );
  if (cycle.phase !== 'ranking' || props.now > Date.parse(to)) return <p>{t('readiness.over')}</p>;
  return <Remind roundId={props.round.id} count={props.missing} />;
}

/** Who has certified, who has not, and a reminder for them. */
export function ReadinessStep({ round, now }: StepProps) {
  const t = useT('coordinator');
  const f = useFormat();
  const open = round.state === 'open';
  const readiness = useResource(open && 'getReadiness', { params: { roundId: round.id } });
  return (
    <Step title={t('readiness.title')} is={open ? 'now' : 'done'}>
      {open ? (
        <Loaded of={readiness} lines={4}>
          {(data) => {
            const { students, postings, applicationsWithoutOutcome } = data;
            const missing = students.eligible - students.certified + postings.eligible - postings.certified;
            const of = (side: Readiness['students']) =>
              `${f.number(side.certified)} / ${f.number(side.eligible)}`;
            return (
              <>
                <div class="figures">
                  <Figure value={of(students)} label={t('readiness.students')} />
                  <Figure value={of(postings)} label={t('readiness.postings')} />
                </div>
                {applicationsWithoutOutcome > 0 && (
                  <Notice tone="warn">{t('readiness.silent', { count: applicationsWithoutOutcome })}</Notice>
                )}
                <Seats seating={data.seating} />
                {missing === 0 ? (
                  <Notice tone="good">{t('readiness.all')}</Notice>
                ) : (
                  <>
                    <p>{t('readiness.leftOut')}</p>
                    <Missing readiness={data} />
                    <UntilCertified round={round} missing={missing} now={now} />
                  </>
                )}
              </>
            );
          }}
        </Loaded>
      ) : (
        <p>{t('readiness.closed')}</p>
      )}
    </Step>
  );
}
