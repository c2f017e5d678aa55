import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { useInterviewProblem } from '../components/interview-problem.ts';
import { ProblemNotice } from '../components/problem.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { saveFile } from '../components/save-file.ts';
import { TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Slot } from './interview-times.ts';

type Interview = NonNullable<Slot['interview']>;

interface ActionProps {
  interview: Interview;
  now: number;
  onChanged: (said: string) => void;
}

function CallOff({ interview, onChanged }: ActionProps) {
  const t = useT('interviews');
  const call = useClient();
  const [asking, setAsking] = useState(false);
  const student = interview.studentName;
  const cancel = useAction(async (reason: string | undefined) => {
    const params = { applicationId: interview.id };
    await call('cancelInterview', { params, body: { reason }, ifMatch: interview.version });
    setAsking(false);
    onChanged(t('cancelled'));
  });
  const problem = useInterviewProblem('interviews', cancel.problem);
  return (
    <>
      <Button kind="quiet" label={t('cancelOf', { student })} onClick={() => setAsking(true)}>
        {t('cancel')}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('cancelTitle', { student })}
        label={t('cancelReason')}
        submit={t('cancel')}
        action={{ ...cancel, problem }}
        onSubmit={(reason) => void cancel.run(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('cancelBody')}</p>
      </ReasonDialog>
    </>
  );
}

function Record({ interview, onChanged }: ActionProps) {
  const t = useT('interviews');
  const call = useClient();
  const [as, setAs] = useState<'held' | 'missed'>();
  const [note, setNote] = useState(interview.note ?? '');
  const student = interview.studentName;
  const record = useAction(async (outcome: 'held' | 'missed') => {
    const said = note.trim();
    const body = { as: outcome, ...(said !== '' && { note: said }) };
    const params = { applicationId: interview.id };
    await call('recordInterview', { params, body, ifMatch: interview.version });
    setAs(undefined);
    onChanged(t('recorded'));
  });
  const problem = useInterviewProblem('interviews', record.problem);
  return (
    <>
      {(['held', 'missed'] as const).map((outcome) => (
        <Button
          key={outcome}
          kind="quiet"
          pressed={interview.state === outcome}
          label={t(`${outcome}Of`, { student })}
          onClick={() => setAs(outcome)}
        >
          {t(outcome)}
        </Button>
      ))}
      <Dialog
        open={as !== undefined}
        title={t(`recordTitle.${as ?? 'held'}`, { student })}
        onClose={() => {
          setAs(undefined);
          record.clear();
        }}
      >
        <Form
          onSubmit={() => void (as && record.run(as))}
          submit={t('record')}
          pending={record.pending}
          problem={problem}
        >
          <TextArea
            name="note"
            label={t('note')}
            optional
            rows={5}
            max={8000}
            value={note}
            onChange={setNote}
          />
        </Form>
      </Dialog>
    </>
  );
}

/** What can be done with a booked time: before it begins call it off, afterwards say how it went. */
export function InterviewActions(props: ActionProps) {
  const t = useT('interviews');
  const call = useClient();
  const { interview, now } = props;
  const calendar = useAction(async () => {
    const params = { applicationId: interview.id };
    saveFile(await call('getInterviewCalendar', { params }), 'interview.ics');
  });
  const begun = Date.parse(interview.start) <= now;
  return (
    <>
      <ProblemNotice problem={calendar.problem} />
      {interview.state === 'booked' && !begun && (
        <>
          <Button
            kind="quiet"
            label={t('calendarOf', { student: interview.studentName })}
            pending={calendar.pending}
            onClick={() => void calendar.run()}
          >
            {t('calendar')}
          </Button>
          <CallOff {...props} />
        </>
      )}
      {begun && <Record {...props} />}
    </>
  );
}

/** A free time that is offered no more. */
export function TakeBack(props: { slot: Slot; time: string; onChanged: (said: string) => void }) {
  const t = useT('interviews');
  const call = useClient();
  const { slot, time } = props;
  const takeBack = useAction(async () => {
    const params = { postingId: slot.postingId, slotId: slot.id };
    await call('takeBackInterviewSlot', { params, ifMatch: slot.version });
    props.onChanged(t('takenBack'));
  });
  return (
    <>
      <ProblemNotice problem={useInterviewProblem('interviews', takeBack.problem)} />
      <Button
        kind="quiet"
        label={t('takeBackOf', { time })}
        pending={takeBack.pending}
        onClick={() => void takeBack.run()}
      >
        {t('takeBack')}
      </Button>
    </>
  );
}
