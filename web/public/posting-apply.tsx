import { useLocation } from '../shell/location.tsx';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useOwnCycle } from '../shell/own-time.ts';
import type { Cycle } from '../shell/cycle.tsx';
import { incompleteParts } from '../student/profile-parts.ts';
import { ApplicationForm } from './application-form.tsx';
import type { ApplicationContent } from './application-form.tsx';
import type { Posting } from './posting-content.ts';
import { ApplyBy } from './posting-facts.tsx';
import { takingUntil } from './taking-until.ts';

interface ApplyProps {
  posting: Posting;
  now: number;
}

const open = (cycle: Cycle, now: number): boolean =>
  cycle.phase === 'applying' && Date.parse(cycle.windows.applying.to) > now;

/** Whether a posting's own last day ends its time for applications now, or before the window for them begins. */
const isOver = (posting: Posting, { windows: { applying } }: Cycle, now: number): boolean => {
  const until = takingUntil(posting.content, applying.to);
  return until !== applying.to && Date.parse(until) < Math.max(now, Date.parse(applying.from));
};

/** The way down to the form, for whoever can still use it; else where their application stands. */
export function ToApply(props: ApplyProps) {
  const t = useT('posting');
  const { visitor } = useSession();
  const cycle = useOwnCycle('applying');
  const role = visitor.state === 'in' ? visitor.me.role : undefined;
  const mine = useResource(role === 'student' && 'listMyApplications', { query: { limit: 200 } }).data?.items;
  const application = mine?.find(({ postingId }) => postingId === props.posting.id);
  if (application !== undefined) return <State of="application" is={application.state} />;
  if (cycle === undefined || role === 'company' || role === 'coordinator') return null;
  if (!open(cycle, props.now) || isOver(props.posting, cycle, props.now)) return null;
  return (
    <a class="button" href="#apply">
      {t('one.applyNow')}
    </a>
  );
}

/** The end of a posting's page: whoever reads it learns whether and until when they can apply. */
export function Apply(props: ApplyProps) {
  const t = useT('posting');
  const { visitor } = useSession();
  const cycle = useOwnCycle('applying');
  if (visitor.state === 'loading' || cycle === undefined) return null;
  // Whose sign-in has expired keeps the form, with what was typed.
  const me = visitor.state === 'in' || visitor.state === 'expired' ? visitor.me : undefined;
  const window = cycle.windows.applying;
  const over = isOver(props.posting, cycle, props.now);
  const to = takingUntil(props.posting.content, window.to);
  return (
    <div id="apply">
      <Panel title={t('apply.title')}>
        {props.posting.state !== 'published' ? (
          <p>{t('apply.notPublished')}</p>
        ) : !open(cycle, props.now) ? (
          <Closed {...props} from={window.from} phase={cycle.phase} over={over} />
        ) : me === undefined ? (
          over ? (
            <Over />
          ) : (
            <SignedOut {...props} to={to} />
          )
        ) : me.role === 'student' ? (
          <OfStudent {...props} to={to} over={over} />
        ) : (
          <p>{t('apply.notStudent')}</p>
        )}
      </Panel>
    </div>
  );
}

function Over() {
  const t = useT('posting');
  return <p>{t('apply.over')}</p>;
}

function Closed(props: ApplyProps & { from: string; phase: string; over: boolean }) {
  const t = useT('posting');
  const { visitor } = useSession();
  if (props.phase === 'draft' || props.phase === 'posting')
    return props.over ? (
      <Over />
    ) : (
      <p>
        {t('apply.opensAt')} <DateTime at={props.from} now={props.now} />
      </p>
    );
  return (
    <>
      <p>{t('apply.closed')}</p>
      {visitor.state === 'in' && visitor.me.role === 'student' && (
        <p>
          <a href="/student/applications">{t('apply.toApplications')}</a>
        </p>
      )}
    </>
  );
}

function SignedOut(props: ApplyProps & { to: string }) {
  const t = useT('posting');
  const { signIn, signUp } = useSession();
  return (
    <>
      <ApplyBy to={props.to} now={props.now} />
      <p>{t('apply.signInBody')}</p>
      <p class="row">
        <Button onClick={signIn}>{t('apply.signIn')}</Button>
        <Button kind="quiet" onClick={signUp}>
          {t('apply.signUp')}
        </Button>
      </p>
    </>
  );
}

function OfStudent(props: ApplyProps & { to: string; over: boolean }) {
  const t = useT('posting');
  const { posting } = props;
  const applications = useResource('listMyApplications', { query: { limit: 200 } });
  return (
    <Loaded of={applications}>
      {({ items, quota }) => {
        const mine = items.find(({ postingId }) => postingId === posting.id);
        if (mine !== undefined)
          return (
            <>
              <p>
                {t(mine.state === 'withdrawn' ? 'apply.withdrawn' : 'apply.done')}{' '}
                <State of="application" is={mine.state} />
              </p>
              <p>
                <ButtonLink href={`/student/applications/${encodeURIComponent(mine.id)}`} kind="quiet">
                  {t('apply.open')}
                </ButtonLink>
              </p>
            </>
          );
        if (props.over) return <Over />;
        if (quota.used >= quota.cap)
          return (
            <Notice tone="warn">
              <p>{t('apply.quotaFull', quota)}</p>
              <p>
                <a href="/student/applications">{t('apply.toApplications')}</a>
              </p>
            </Notice>
          );
        return (
          <>
            <ApplyBy to={props.to} now={props.now} />
            <p>{t(quota.used + 1 === quota.cap ? 'apply.quotaLast' : 'apply.quota', quota)}</p>
            <NewApplication posting={posting} />
          </>
        );
      }}
    </Loaded>
  );
}

function NewApplication(props: { posting: Posting }) {
  const t = useT('posting');
  const parts = useT('parts');
  const f = useFormat();
  const call = useClient();
  const { route } = useLocation();
  const { posting } = props;
  const profile = useResource('getProfile');
  const apply = useAction((content: ApplicationContent, submit: boolean) =>
    call('apply', { body: { postingId: posting.id, content, submit } }),
  );
  const missing = incompleteParts(profile.data?.missing ?? []);
  const send = async (content: ApplicationContent, submit: boolean) => {
    const made = await apply.run(content, submit);
    if (made !== undefined) route(`/student/applications/${encodeURIComponent(made.id)}`);
  };
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="warn">
          <p>
            {t('apply.incomplete')} {f.list(missing.map((part) => parts(part)))}
          </p>
          <p>
            <a href="/student/profile">{t('list.toProfile')}</a>
          </p>
        </Notice>
      )}
      <ApplicationForm
        questions={posting.content.questions ?? []}
        prefix="content/"
        pending={apply.pending}
        problem={apply.problem}
        draftOnly={missing.length > 0}
        onSend={(content, submit) => void send(content, submit)}
      />
    </>
  );
}
