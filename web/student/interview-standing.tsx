import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Action } from '../api/use-action.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { FactList } from '../components/facts.tsx';
import { useInterviewProblem } from '../components/interview-problem.ts';
import { OutsideLink } from '../components/link.tsx';
import { Panel } from '../components/page.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { saveFile } from '../components/save-file.ts';
import { SlotTime } from '../components/slot-time.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Desk } from './interview-weeks.tsx';

type Interview = NonNullable<Desk['interview']>;

const titleOf = ({ state, by }: Interview) => {
  if (state !== 'cancelled') return state;
  if (by === 'student') return 'cancelledStudent';
  return by === 'company' ? 'cancelledCompany' : 'cancelledEnded';
};

/** Hands the calendar file of one interview to the browser. */
export function useCalendar(applicationId: string): Action<[], void> {
  const call = useClient();
  return useAction(async () => {
    saveFile(await call('getInterviewCalendar', { params: { applicationId } }), 'interview.ics');
  });
}

/** The interview as it stands, and what can be done with it. */
export function InterviewStanding(props: {
  interview: Interview;
  desk: Desk;
  now: number;
  onCancelled: () => void;
}) {
  const t = useT('interview');
  const call = useClient();
  const [asking, setAsking] = useState(false);
  const { interview, desk } = props;
  const calendar = useCalendar(desk.applicationId);
  const cancel = useAction(async (reason: string | undefined) => {
    await call('cancelInterview', {
      params: { applicationId: desk.applicationId },
      body: { reason },
      ifMatch: desk.version,
    });
    setAsking(false);
    props.onCancelled();
  });
  const problem = useInterviewProblem('interview', cancel.problem);
  const { state, place } = interview;
  const ahead = state === 'booked' && Date.parse(interview.start) > props.now;
  return (
    <Panel title={t(titleOf(interview))}>
      {interview.reason !== undefined && interview.by === 'company' && (
        <p class="written">{t('cancelledReason', { reason: interview.reason })}</p>
      )}
      {state === 'booked' && !ahead && <p>{t('over')}</p>}
      <FactList
        of={[
          [t(state === 'cancelled' ? 'was' : 'time'), <SlotTime {...interview} />],
          [
            t('place'),
            state !== 'cancelled' &&
              (place.kind === 'link' ? <OutsideLink href={place.url}>{place.url}</OutsideLink> : place.words),
          ],
        ]}
      />
      <ProblemNotice problem={calendar.problem} />
      <div class="row">
        <Button kind="quiet" pending={calendar.pending} onClick={() => void calendar.run()}>
          {t('calendar')}
        </Button>
        {ahead && (
          <Button kind="danger" onClick={() => setAsking(true)}>
            {t('cancel')}
          </Button>
        )}
      </div>
      <ReasonDialog
        open={asking}
        title={t('cancelTitle')}
        label={t('cancelWhy')}
        optional
        submit={t('cancel')}
        action={{ ...cancel, problem }}
        onSubmit={(reason) => void cancel.run(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{t('cancelBody')}</p>
      </ReasonDialog>
    </Panel>
  );
}
