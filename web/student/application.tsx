import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual, useBilingual } from '../components/bilingual.tsx';
import { DateTime } from '../components/date-time.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Fresh } from '../components/fresh.tsx';
import { State } from '../components/status.tsx';
import type { Result } from '../api/types.ts';
import { useT } from '../i18n/use-lang.tsx';
import { ApplyBy } from '../public/posting-facts.tsx';
import { takingUntil } from '../public/taking-until.ts';
import { useOwnCycle } from '../shell/own-time.ts';
import { useParam } from '../shell/place.tsx';
import { InterviewWay } from './interview-way.tsx';
import { canBeSentAgain } from './sent-again.ts';
import { DraftForm, SubmitAgain, Withdraw } from './application-actions.tsx';

export type MyApplication = Result<'getMyApplication'>;

function History(props: { of: MyApplication['history'] }) {
  const t = useT('student');
  return (
    <ol class="events">
      {props.of.toReversed().map((event) => (
        <li key={event.at + event.state}>
          <p class="row">
            <State of="application" is={event.state} /> <span>{t(`application.by.${event.by}`)}</span>
          </p>
          <p class="muted">
            <DateTime at={event.at} />
          </p>
          {event.reason !== undefined && <p>{t('application.reason', { reason: event.reason })}</p>}
        </li>
      ))}
    </ol>
  );
}

function Content(props: { of: MyApplication }) {
  const t = useT('student');
  const { content, posting } = props.of;
  const questions = posting.content.questions ?? [];
  return (
    <div class="stack">
      <h3>{t('application.statement')}</h3>
      <p class="written">{content.statement ?? t('application.noStatement')}</p>
      {content.answers.map((answer, index) => (
        // oxlint-disable-next-line no-array-index-key -- an answer is known by the place of its question
        <div key={index}>
          <h3>
            <Bilingual of={questions[index] ?? {}} />
          </h3>
          <p class="written">{answer}</p>
        </div>
      ))}
    </div>
  );
}

/** One application: where it stands and what that means, what can be done with it, its history, its content. */
export default function ApplicationPage() {
  const t = useT('student');
  const say = useBilingual();
  const now = Date.now();
  const cycle = useOwnCycle('applying');
  const applicationId = useParam('applicationId');
  const application = orNoPage(useResource('getMyApplication', { params: { applicationId } }));
  const data = application.data;
  const window = cycle?.windows.applying;
  const until = window && data && takingUntil(data.posting.content, window.to);
  const applying =
    cycle?.phase === 'applying' &&
    until !== undefined &&
    Date.parse(until) > now &&
    cycle.id === data?.cycleId;
  return (
    <Page
      title={data === undefined ? t('applications.title') : say(data.posting.content.title)}
      lead={data === undefined ? undefined : say(data.posting.company.name)}
      back={{ href: '/student/applications', label: t('application.back') }}
      actions={data === undefined ? undefined : <State of="application" is={data.state} />}
      narrow
    >
      <Fresh of={application} lines={6}>
        {(found) => (
          <>
            <p>{t(`application.next.${found.state}`)}</p>
            {found.state === 'draft' && until !== undefined && <ApplyBy to={until} now={now} />}
            <p class="row">
              {found.state === 'rankable' && (
                <ButtonLink href="/student/rank-list">{t('application.toRankList')}</ButtonLink>
              )}
              {(found.state === 'matched' || found.state === 'unmatched') && (
                <ButtonLink href="/student/result">{t('application.toResult')}</ButtonLink>
              )}
              <ButtonLink href={`/postings/${found.postingId}`} kind="quiet">
                {t('application.posting')}
              </ButtonLink>
            </p>
            <InterviewWay applicationId={found.id} />
            {found.state === 'draft' && applying ? (
              <Panel title={t('application.edit')}>
                <DraftForm application={found} onChanged={() => void application.reload()} />
              </Panel>
            ) : (
              <Panel title={t('application.content')}>
                <Content of={found} />
              </Panel>
            )}
            <Panel title={t('application.history')}>
              <History of={found.history} />
            </Panel>
            {canBeSentAgain(found.state) && applying && (
              <SubmitAgain application={found} onChanged={() => void application.reload()} />
            )}
            <Withdraw application={found} onChanged={() => void application.reload()} />
          </>
        )}
      </Fresh>
    </Page>
  );
}
