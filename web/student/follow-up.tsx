import { Done } from '../components/done.tsx';
import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { SurveyForm } from './follow-up-form.tsx';

type FollowUp = Result<'listMyFollowUps'>['items'][number];
type Said = 'sent' | 'skipped' | 'withdrawn' | 'stopped';

function Consent(props: { of: FollowUp; onDone: (said?: Said) => void }) {
  const t = useT('outcomes');
  const f = useFormat();
  const call = useClient();
  const { id, version, consent, stoppedAt, surveys } = props.of;
  const base = { params: { followUpId: id }, ifMatch: version };
  const choose = useAction((agrees: boolean) =>
    call('chooseFollowUp', { ...base, body: agrees ? { agrees, version: '2026-01' } : { agrees } }),
  );
  const stop = useAction(() => call('stopFollowUp', base));
  const decide = async (agrees: boolean) => {
    if ((await choose.run(agrees)) !== undefined) props.onDone(agrees ? undefined : 'withdrawn');
  };
  const next = surveys.find(
    ({ askedAt, answered, skippedAt }) => (askedAt ?? answered ?? skippedAt) === undefined,
  );
  return (
    <Panel title={t('followUp.consentTitle')}>
      <ul>
        <li>{t('followUp.consent1')}</li>
        <li>{t('followUp.consent2')}</li>
        <li>{t('followUp.consent3')}</li>
      </ul>
      {consent === undefined ? (
        <Button pending={choose.pending} onClick={() => void decide(true)}>
          {t('followUp.agree')}
        </Button>
      ) : (
        <>
          <p>{t('followUp.agreed', { day: f.day(consent.at.slice(0, 10)) })}</p>
          <p>
            {stoppedAt !== undefined
              ? t('followUp.stopped')
              : next === undefined
                ? t('followUp.noMore')
                : t('followUp.next', { day: f.day(next.opensAt.slice(0, 10)) })}
          </p>
          <div class="row">
            {stoppedAt === undefined ? (
              <Button
                kind="quiet"
                pending={stop.pending}
                onClick={() => void stop.run().then((done) => done && props.onDone('stopped'))}
              >
                {t('followUp.stop')}
              </Button>
            ) : (
              <Button kind="quiet" pending={choose.pending} onClick={() => void decide(true)}>
                {t('followUp.resume')}
              </Button>
            )}
            <Button kind="danger" pending={choose.pending} onClick={() => void decide(false)}>
              {t('followUp.withdraw')}
            </Button>
          </div>
        </>
      )}
      <ProblemNotice problem={choose.problem ?? stop.problem} />
    </Panel>
  );
}

/** Whether the student may be asked later, and the survey that is open. */
export default function FollowUps() {
  const t = useT('outcomes');
  const list = useResource('listMyFollowUps');
  const [said, setSaid] = useState<Said>();
  const done = (what?: Said) => {
    setSaid(what);
    void list.reload();
  };
  return (
    <Page title={t('followUp.title')} lead={t('followUp.lead')} narrow>
      {said !== undefined && <Done tone="good">{t(`followUp.${said}`)}</Done>}
      <Loaded of={list} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('followUp.empty')}>{t('followUp.emptyBody')}</Empty>
          ) : (
            items.map((one) => (
              <div key={one.id} class="stack">
                {one.open !== undefined && <SurveyForm of={one} months={one.open} onDone={done} />}
                <Consent of={one} onDone={done} />
              </div>
            ))
          )
        }
      </Loaded>
    </Page>
  );
}
