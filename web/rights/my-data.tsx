import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { undoIcon } from '../components/drawings.ts';
import { DateTime } from '../components/date-time.tsx';
import { Done } from '../components/done.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { saveFile } from '../components/save-file.ts';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useLang, useT } from '../i18n/use-lang.tsx';
import { DeleteMyData } from './delete-my-data.tsx';

type Data = Result<'getMyData'>;

function Downloads(props: { data: Data }) {
  const t = useT('rights');
  const call = useClient();
  const { lang } = useLang();
  const page = useAction(async () =>
    saveFile(await call('getMyDataPage', { query: { lang } }), 'my-data.html'),
  );
  const json = () =>
    saveFile(new Blob([JSON.stringify(props.data, null, 2)], { type: 'application/json' }), 'my-data.json');
  return (
    <>
      <div class="row">
        <Button onClick={json}>{t('json')}</Button>
        <Button kind="quiet" pending={page.pending} onClick={() => void page.run()}>
          {t('page')}
        </Button>
      </div>
      <ProblemNotice problem={page.problem} />
    </>
  );
}

function Requested(props: {
  deletion: NonNullable<Data['deletion']>;
  /** By the reader, just now. */
  asked: boolean;
  onUndone: () => void;
}) {
  const t = useT('rights');
  const call = useClient();
  const { dueAt, because, cycleId, waitsFor, version } = props.deletion;
  const Told = props.asked ? Done : Notice;
  const byRetention = because === 'retention';
  const unused = byRetention && cycleId === undefined;
  const undo = useAction(async () => {
    await call('undoDeletion', { ifMatch: version });
    props.onUndone();
  });
  return (
    <Told tone="warn" live>
      <p>
        {t(unused ? 'unusedDue' : byRetention ? 'overdue' : 'requested')} <DateTime at={dueAt} />
      </p>
      {byRetention && <p>{t(unused ? 'unusedBody' : 'overdueBody')}</p>}
      {waitsFor !== undefined && <p>{t(waitsFor === 'round' ? 'waiting' : 'waitingHandover')}</p>}
      <Button kind="quiet" icon={undoIcon} pending={undo.pending} onClick={() => void undo.run()}>
        {t(byRetention ? 'keepData' : 'undo')}
      </Button>
      <ProblemNotice problem={undo.problem} />
    </Told>
  );
}

function KeptUntil(props: { data: Data }) {
  const t = useT('rights');
  const { keeps, role } = props.data;
  if (keeps === undefined) return <p>{t(role === 'student' ? 'keeps.none' : 'keeps.staff')}</p>;
  const { until, because, cycle } = keeps;
  return (
    <p>
      {t('keeps.until')} <DateTime at={until} />
      <br />
      {t(`keeps.${because}`)} {cycle && <Bilingual of={cycle} />}
    </p>
  );
}

const places = {
  student: [
    ['/student/profile', 'correctProfile'],
    ['/student/saved', 'correctSearches'],
    ['/student/notices/settings', 'correctNotices'],
    ['/student/referral', 'correctReferral'],
  ],
  company: [
    ['/company/profile', 'correctCompany'],
    ['/company/notices/settings', 'correctNotices'],
  ],
  coordinator: [['/coordinator/partners', 'correctKeys']],
  referrer: [['/referrer/invitations', 'correctLinks']],
} as const;

/** What is handed over first, where nobody else could do it. */
function Handover(props: { duties: NonNullable<Data['duties']> }) {
  const t = useT('rights');
  const { duties } = props;
  if (duties.kind === 'last_coordinator') return <Notice tone="warn">{t('lastCoordinator')}</Notice>;
  const { placements, evaluations, offers } = duties;
  return (
    <Notice tone="warn">
      <p>{t('lastRecruiter')}</p>
      <ul>
        {placements > 0 && <li>{t('openPlacements', { count: placements })}</li>}
        {evaluations > 0 && <li>{t('openEvaluations', { count: evaluations })}</li>}
        {offers > 0 && <li>{t('openOffers', { count: offers })}</li>}
      </ul>
      <p>
        <a href="/company/team">{t('inviteColleague')}</a>
      </p>
    </Notice>
  );
}

function Facts(props: { data: Data }) {
  const t = useT('rights');
  const f = useFormat();
  const { role, held, seenBy, consents, consentHistory } = props.data;
  const named = new Map([
    ['privacy', t('privacy')],
    ['ranking', t('ranking')],
    ['referrer', t('byReferrer')],
    ['surveys', t('bySurveys')],
  ]);
  const nameOf = (to: string): string => named.get(to) ?? to;
  return (
    <>
      <Panel title={t('held')}>
        <p>{t(role === 'student' ? 'why' : 'whyStaff')}</p>
        <KeptUntil data={props.data} />
        <p>{t('count', { n: Object.values(held).reduce((sum, items) => sum + items.length, 0) })}</p>
        <Downloads data={props.data} />
      </Panel>
      <Panel title={t('seen')}>
        {seenBy.length === 0 && <p>{t('nobody')}</p>}
        <ul>
          {seenBy.map((seen) => (
            <li key={JSON.stringify(seen)}>
              {seen.kind === 'coordinator'
                ? t(`looked.${seen.what}`)
                : t(role === 'student' || seen.kind !== 'company' ? seen.kind : 'colleagues')}
              {seen.kind === 'company' && (
                <>
                  {' · '}
                  <Bilingual of={seen.what} />
                </>
              )}
              {seen.kind === 'coordinator' && seen.reason !== undefined && ` · ${seen.reason}`}
              {seen.at !== undefined && ` · ${f.instant(seen.at, ownZone())}`}
            </li>
          ))}
        </ul>
      </Panel>
      {role === 'student' && (
        <Panel title={t('consents')}>
          {consents.length === 0 && <p>{t('noConsents')}</p>}
          <ul>
            {consents.map(({ to, version, at }) => (
              <li key={to}>
                {nameOf(to)} {version}
                {at !== undefined && ` · ${f.instant(at, ownZone())}`}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {consentHistory.length > 0 && (
        <Panel title={t('consentHistory')}>
          <ul>
            {consentHistory.map(({ to, given, words, at }) => (
              <li key={`${to} ${at} ${given}`}>
                {t(given ? 'given' : 'takenBack')} · {nameOf(to)} {words} · {f.instant(at, ownZone())}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('correct')}>
        <ul>
          {places[role].map(([href, label]) => (
            <li key={href}>
              <a href={href}>{t(label)}</a>
            </li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

/** What is held about whoever reads it: see it, take it along, correct it, have it deleted. */
export function MyData() {
  const t = useT('rights');
  const data = useResource('getMyData');
  const [asked, setAsked] = useState(false);
  const changed = () => void data.reload();
  const requested = () => {
    setAsked(true);
    changed();
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Loaded of={data} lines={8}>
        {(loaded) => (
          <>
            {loaded.deletion && <Requested deletion={loaded.deletion} asked={asked} onUndone={changed} />}
            <Facts data={loaded} />
            {(loaded.deletion === undefined || loaded.deletion.because === 'retention') && (
              <Panel title={t('delete')}>
                {loaded.duties === undefined ? (
                  <DeleteMyData role={loaded.role} onRequested={requested} />
                ) : (
                  <Handover duties={loaded.duties} />
                )}
              </Panel>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
