import { useHours, useWeekday } from '../components/slot-time.tsx';
import { Empty } from '../components/notice.tsx';
import { Status, type Tone } from '../components/status.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { InterviewActions, TakeBack } from './interview-actions.tsx';
import type { Slot } from './interview-times.ts';

const tones = {
  free: 'quiet',
  over: 'quiet',
  fresh: 'info',
  booked: 'info',
  held: 'good',
  missed: 'warn',
} as const satisfies Record<string, Tone>;

const stateOf = ({ taken, interview, start }: Slot, now: number): keyof typeof tones => {
  if (!taken) return Date.parse(start) <= now ? 'over' : 'free';
  return interview === undefined || interview.state === 'cancelled' ? 'fresh' : interview.state;
};

function Row(props: { slot: Slot; now: number; onChanged: (said: string) => void }) {
  const t = useT('interviews');
  const f = useFormat();
  const { own } = useZones();
  const hours = useHours();
  const weekday = useWeekday();
  const { slot, now, onChanged } = props;
  const { interview, place } = slot;
  const state = stateOf(slot, now);
  const time = `${weekday(slot.start, own)} ${hours(slot, own)}`;
  const theirs = interview?.studentZone;
  return (
    <li>
      <div>
        <p>
          <span class="strong">{hours(slot, own)}</span>{' '}
          {interview !== undefined && (
            <a href={`/company/postings/${slot.postingId}/applicants/${encodeURIComponent(interview.id)}`}>
              {interview.studentName}
            </a>
          )}
        </p>
        {theirs !== undefined && theirs !== own && (
          <p class="hint">
            {t('theirTime', {
              time: `${weekday(slot.start, theirs)} ${hours(slot, theirs)}`,
              zone: f.zone(theirs, Date.parse(slot.start)),
            })}
          </p>
        )}
        {interview !== undefined && (
          <p class="hint wrap">{place.kind === 'link' ? place.url : place.words}</p>
        )}
        {interview?.note !== undefined && <p class="written">{t('noteShown', { note: interview.note })}</p>}
      </div>
      <span class="row">
        <Status tone={tones[state]}>{t(`states.${state}`)}</Status>
        {interview !== undefined && (
          <InterviewActions key={interview.version} interview={interview} now={now} onChanged={onChanged} />
        )}
        {state === 'free' && <TakeBack slot={slot} time={time} onChanged={onChanged} />}
      </span>
    </li>
  );
}

/** The times of a posting by day, with who has them. */
export function InterviewSlots(props: {
  slots: readonly Slot[];
  now: number;
  onChanged: (said: string) => void;
}) {
  const t = useT('interviews');
  const { own } = useZones();
  const weekday = useWeekday();
  const { slots, now, onChanged } = props;
  if (slots.length === 0) return <Empty title={t('none')}>{t('noneBody')}</Empty>;
  const byDay = Map.groupBy(slots, ({ start }) => weekday(start, own, 'long'));
  return (
    <div class="stack">
      {[...byDay].map(([day, list]) => (
        <section key={day}>
          <h3>{day}</h3>
          <ul class="tasks slots">
            {list.map((slot) => (
              <Row key={slot.id} slot={slot} now={now} onChanged={onChanged} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
