import { useEffect, useRef, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { ApplicationForm } from '../public/application-form.tsx';
import type { ApplicationContent } from '../public/application-form.tsx';
import { useCycleNow } from '../shell/cycle-now.ts';
import { useZones } from '../shell/cycle.tsx';
import type { MyApplication } from './application.tsx';

interface ActionProps {
  application: MyApplication;
  /** The server has another version now. */
  onChanged: () => void;
}

function useMove({ application, onChanged }: ActionProps) {
  const call = useClient();
  return useAction(async (to: 'submitted' | 'withdrawn') => {
    const moved = await call('moveApplication', {
      params: { applicationId: application.id },
      body: { to },
      ifMatch: application.version,
    });
    onChanged();
    return moved;
  });
}

/** A draft can be changed and saved, or saved and submitted. */
export function DraftForm(props: ActionProps) {
  const words = useT('shared');
  const f = useFormat();
  const zones = useZones();
  const call = useClient();
  const { application, onChanged } = props;
  const params = { applicationId: application.id };
  const version = useRef(application.version);
  const [savedAt, setSavedAt] = useState<number>();
  useEffect(() => {
    version.current = application.version;
  }, [application.version]);
  const send = useAction(async (content: ApplicationContent, submit: boolean) => {
    const saved = await call('updateApplication', { params, body: content, ifMatch: version.current });
    version.current = saved.version;
    setSavedAt(Date.now());
    if (submit) await call('moveApplication', { params, body: { to: 'submitted' }, ifMatch: saved.version });
    onChanged();
  });
  return (
    <>
      <ApplicationForm
        questions={application.posting.content.questions ?? []}
        initial={application.content}
        prefix=""
        pending={send.pending}
        problem={send.problem}
        draftOnly={false}
        onSend={(content, submit) => void send.run(content, submit)}
      />
      <p role="status" class="muted">
        {savedAt !== undefined && words('form.savedAt', { time: f.time(savedAt, zones.own) })}
      </p>
    </>
  );
}

/** While applying is open, a withdrawn application can come back. */
export function SubmitAgain(props: ActionProps) {
  const t = useT('student');
  const move = useMove(props);
  return (
    <>
      <ProblemNotice problem={move.problem} />
      <p>
        <Button pending={move.pending} onClick={() => void move.run('submitted')}>
          {t('application.submitAgain')}
        </Button>
      </p>
    </>
  );
}

const withdrawable: readonly MyApplication['state'][] = [
  'draft', 'submitted', 'reviewing', 'shortlisted', 'interviewing', 'rankable',
]; // prettier-ignore
const phases = ['applying', 'shortlisting', 'ranking'] as const;

/** Taking an application back, after saying what that does. */
export function Withdraw(props: ActionProps) {
  const t = useT('student');
  const cycle = useCycleNow().data;
  const [asking, setAsking] = useState(false);
  const move = useMove(props);
  const { state } = props.application;
  if (!withdrawable.includes(state) || !phases.some((phase) => phase === cycle?.phase)) return null;
  return (
    <>
      <p>
        <Button kind="danger" onClick={() => setAsking(true)}>
          {t('application.withdraw')}
        </Button>
      </p>
      <Confirm
        open={asking}
        title={t('application.withdrawTitle')}
        confirm={t('application.withdraw')}
        danger
        action={move}
        onConfirm={() => void move.run('withdrawn').then((moved) => moved !== undefined && setAsking(false))}
        onClose={() => setAsking(false)}
      >
        <p>{t(state === 'draft' ? 'application.withdrawDraftBody' : 'application.withdrawBody')}</p>
      </Confirm>
    </>
  );
}
