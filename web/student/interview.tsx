import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import type { ApiProblem } from '../api/problem.ts';
import { asProblem } from '../api/problem.ts';
import type { Resource } from '../api/use-resource.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { useInterviewProblem } from '../components/interview-problem.ts';
import { dayIn } from '../components/local-day.ts';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { Said, useSaid } from '../components/said.tsx';
import { SlotTime } from '../components/slot-time.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { useParam } from '../shell/place.tsx';
import { InterviewStanding } from './interview-standing.tsx';
import { type Desk, dayId, type FreeSlot, InterviewWeeks } from './interview-weeks.tsx';

/** Refusals after which another time has to be chosen: the list is read again, and the reader stays where they were. */
const chooseAgain: readonly string[] = ['slot_taken', 'slot_gone', 'slot_past', 'interview_overlap'];

function Choose(props: { desk: Desk; resource: Resource<Desk>; onDone: (said: string) => void }) {
  const t = useT('interview');
  const call = useClient();
  const { own } = useZones();
  const { desk, resource } = props;
  const [asked, setAsked] = useState<FreeSlot>();
  const [missed, setMissed] = useState<ApiProblem>();
  const moving = desk.interview?.state === 'booked';
  const book = useAction(async (slot: FreeSlot) => {
    try {
      const params = { applicationId: desk.applicationId };
      resource.set(await call('bookInterview', { params, body: { slotId: slot.id }, ifMatch: desk.version }));
      setAsked(undefined);
      props.onDone(t(moving ? 'doneMoved' : 'done'));
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (!chooseAgain.includes(problem.code)) throw problem;
      setAsked(undefined);
      setMissed(problem);
      await resource.reload();
      document.getElementById(dayId(dayIn(own, slot.start)))?.focus();
    }
  });
  return (
    <Panel title={t(moving ? 'move' : 'choose')} plain>
      <p class="muted">{t('lead')}</p>
      <ProblemNotice problem={useInterviewProblem('interview', missed)} />
      {desk.slots.length === 0 ? (
        <Empty title={t('none')}>{t('noneBody')}</Empty>
      ) : (
        <InterviewWeeks
          slots={desk.slots}
          onChoose={(slot) => {
            setMissed(undefined);
            setAsked(slot);
          }}
        />
      )}
      {desk.overlapping > 0 && <p class="muted">{t('overlapping', { count: desk.overlapping })}</p>}
      <Confirm
        open={asked !== undefined}
        title={t(moving ? 'moveTitle' : 'bookTitle')}
        confirm={t(moving ? 'bookMove' : 'book')}
        action={{ ...book, problem: useInterviewProblem('interview', book.problem) }}
        onConfirm={() => void (asked && book.run(asked))}
        onClose={() => setAsked(undefined)}
      >
        {asked !== undefined && <SlotTime {...asked} />}
        <p>{t('bookBody')}</p>
        <p>{t('promise')}</p>
      </Confirm>
    </Panel>
  );
}

/** The interview for one application: where it stands, and the times that there are. */
export default function InterviewPage() {
  const t = useT('interview');
  const say = useBilingual();
  const now = Date.now();
  const applicationId = useParam('applicationId');
  const application = orNoPage(useResource('getMyApplication', { params: { applicationId } })).data;
  const desk = useResource('getMyInterview', { params: { applicationId } });
  const [last, said] = useSaid();
  return (
    <Page
      title={t('title')}
      lead={
        application === undefined
          ? undefined
          : t('with', {
              company: say(application.posting.company.name),
              title: say(application.posting.content.title),
            })
      }
      back={{ href: `/student/applications/${encodeURIComponent(applicationId)}`, label: t('back') }}
    >
      <Loaded of={desk} lines={8}>
        {(read) => (
          <>
            <Said {...last} />
            <p>{t('promise')}</p>
            {read.interview !== undefined && (
              <InterviewStanding
                interview={read.interview}
                desk={read}
                now={now}
                onCancelled={() => {
                  said(t('cancelled'));
                  void desk.reload();
                }}
              />
            )}
            {read.mayBook ? (
              <>
                <p class="muted">
                  {t('until')} <DateTime at={read.until} />
                </p>
                <Choose desk={read} resource={desk} onDone={said} />
              </>
            ) : (
              read.interview === undefined && (
                <p>{t(Date.parse(read.until) < now ? 'closed' : 'notInvited')}</p>
              )
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
