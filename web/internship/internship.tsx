import { useBilingual } from '../components/bilingual.tsx';
import { FactList } from '../components/facts.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { State, Status } from '../components/status.tsx';
import { type Task, TaskList } from '../components/task-list.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { AgreementPanel } from './agreement.tsx';
import { CheckInPanel } from './check-in.tsx';
import { CoursePanel } from './course.tsx';
import { EvaluationsPanel } from './evaluations.tsx';
import { Items } from './items.tsx';
import { type PartProps, settledOf } from './placement.ts';
import { WorkLogPanel } from './work-log.tsx';

/** How it ended, where it has. */
function Ended({ placement }: PartProps) {
  const t = useT('internship');
  const f = useFormat();
  const { state, terminatedAt, terminatedBy, reason } = placement;
  if (state === 'completed') return <Notice tone="good">{t('completed')}</Notice>;
  if (state !== 'terminated' || terminatedAt === undefined || terminatedBy === undefined) return null;
  return (
    <Notice tone="warn">
      <p>{t('terminated', { who: t(`side.${terminatedBy}`), at: f.day(terminatedAt, ownZone()) })}</p>
      {reason !== undefined && <p>{t('terminatedReason', { reason })}</p>}
    </Notice>
  );
}

/** What is to be settled before the first day, with the way to each. */
function Checklist({ placement, reader }: PartProps) {
  const t = useT('internship');
  const settled = settledOf(placement);
  const tasks = (['agreement', 'mentor', 'equipment', 'meeting'] as const).map((name): Task => {
    const hint = name === 'agreement' ? t('list.bothConfirm') : t('list.companyDoes');
    return {
      title: t(`list.${name}`),
      href: `#${name}`,
      state: settled[name] ? 'done' : 'todo',
      ...(!settled[name] && (name === 'agreement' || reader !== 'company') && { hint }),
    };
  });
  return (
    <Panel title={t('list.title')}>
      <TaskList tasks={tasks} />
    </Panel>
  );
}

/** One internship as one of its three readers sees it. */
export function Internship(props: PartProps) {
  const t = useT('internship');
  const f = useFormat();
  const say = useBilingual();
  const { placement, reader } = props;
  const { alarms, startsOn, endsOn, zone } = placement;
  return (
    <>
      <Ended {...props} />
      {alarms.length > 0 && (
        <p class="row">
          {alarms.map((alarm) => (
            <Status key={alarm} tone="bad">
              {t(`coordinator.alarms.${alarm}`)}
            </Status>
          ))}
        </p>
      )}
      <FactList
        of={[
          [t('interns.state'), <State of="placement" is={placement.state} />],
          [t('student'), reader !== 'student' && placement.studentName],
          [t('company'), reader !== 'company' && say(placement.companyName)],
          [
            t('dates'),
            t('days', { from: f.day(startsOn), to: f.day(endsOn), zone: f.zone(zone, Date.parse(startsOn)) }),
          ],
          [t('confirmed'), f.day(placement.confirmedAt, ownZone())],
        ]}
      />
      {placement.endedOnBefore.map((day) => (
        <p key={day} class="muted">
          {t('daysBefore', { days: f.day(day) })}
        </p>
      ))}
      <Checklist {...props} />
      <AgreementPanel {...props} />
      <Items {...props} />
      <CheckInPanel {...props} now={Date.now()} />
      {placement.weeklyLog && <WorkLogPanel {...props} />}
      <EvaluationsPanel {...props} />
      <CoursePanel {...props} />
    </>
  );
}
