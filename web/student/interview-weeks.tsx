import { rightIcon } from '../components/drawings.ts';
import { useState } from 'preact/hooks';
import type { Result } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { ClockChangeNotice } from '../components/clock-change-notice.tsx';
import { beginOf, clockChanges, dayAfter, dayIn, mondayOf } from '../components/local-day.ts';
import { useCity, useHours, useTheirTime, useWeekday } from '../components/slot-time.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';

export type Desk = Result<'getMyInterview'>;
export type FreeSlot = Desk['slots'][number];

/** Where the focus goes when a time of this day was taken meanwhile. */
export const dayId = (day: string): string => `day-${day}`;

const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);

function SlotButton(props: { slot: FreeSlot; changing: boolean; onChoose: (slot: FreeSlot) => void }) {
  const t = useT('interview');
  const f = useFormat();
  const { own } = useZones();
  const hours = useHours();
  const theirs = useTheirTime();
  const city = useCity();
  const weekday = useWeekday();
  const { slot } = props;
  // On a day whose clocks change, the same time may come twice: the offset tells which.
  const which = props.changing ? ` ${f.zone(own, Date.parse(slot.start)).split(/,? (?=GMT)/)[1] ?? ''}` : '';
  const place = slot.place.kind === 'link' ? t('online') : slot.place.words;
  return (
    <button
      type="button"
      class="slot"
      aria-label={t('label', {
        day: weekday(slot.start, own, 'long'),
        time: hours(slot, own) + which,
        zone: city(slot.zone, slot.start),
        theirs: `${weekday(slot.start, slot.zone)} ${hours(slot, slot.zone)}`,
        place,
      })}
      onClick={() => props.onChoose(slot)}
    >
      <span class="strong">
        {hours(slot, own)}
        {which}
      </span>
      {slot.zone !== own && <span class="theirs">{theirs(slot, slot.zone)}</span>}
      <span class="theirs">{place}</span>
    </button>
  );
}

function Day(props: { day: string; slots: readonly FreeSlot[]; onChoose: (slot: FreeSlot) => void }) {
  const t = useT('interview');
  const { own } = useZones();
  const weekday = useWeekday();
  const { day, slots } = props;
  const changing = clockChanges(own, beginOf(own, day), beginOf(own, dayAfter(day, 1))).length > 0;
  return (
    <li class={slots.length === 0 ? 'none' : undefined}>
      <h3 id={dayId(day)} tabIndex={-1}>
        {weekday(noon(day), 'UTC')}
      </h3>
      {slots.length === 0 ? (
        <p class="muted">{t('noTimes')}</p>
      ) : (
        <ul>
          {slots.map((slot) => (
            <li key={slot.id}>
              <SlotButton slot={slot} changing={changing} onChoose={props.onChoose} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** Free times week by week: a grid of days where there is room, else a list. The week stays while times come and go. */
export function InterviewWeeks(props: { slots: readonly FreeSlot[]; onChoose: (slot: FreeSlot) => void }) {
  const t = useT('interview');
  const f = useFormat();
  const { own } = useZones();
  const [chosen, setChosen] = useState<string>();
  const byDay = Map.groupBy(props.slots, ({ start }) => dayIn(own, start));
  const weeks = [...new Set([...byDay.keys()].map(mondayOf))];
  const week = chosen ?? weeks[0];
  if (week === undefined) return null;
  const days = [0, 1, 2, 3, 4, 5, 6].map((index) => dayAfter(week, index));
  const count = days.reduce((sum, day) => sum + (byDay.get(day)?.length ?? 0), 0);
  const earlier = weeks.findLast((one) => one < week);
  const later = weeks.find((one) => one > week);
  const zones = [...new Set(props.slots.map(({ zone }) => zone))];
  const choose = (slot: FreeSlot): void => {
    setChosen(week);
    props.onChoose(slot);
  };
  return (
    <div class="stack">
      <div class="row between">
        <p role="status">
          <span class="strong">{t('week', { from: f.day(week), to: f.day(dayAfter(week, 6)) })}</span>{' '}
          <span class="muted">{t('weekCount', { count })}</span>
        </p>
        <div class="row">
          <Button
            kind="quiet"
            icon="left"
            unavailable={earlier === undefined}
            onClick={() => setChosen(earlier)}
          >
            {t('earlier')}
          </Button>
          <Button
            kind="quiet"
            icon={rightIcon}
            unavailable={later === undefined}
            onClick={() => setChosen(later)}
          >
            {t('later')}
          </Button>
        </div>
      </div>
      {zones.map((zone) => (
        <ClockChangeNotice
          key={zone}
          other={zone}
          from={beginOf(own, week)}
          to={beginOf(own, dayAfter(week, 7))}
        />
      ))}
      <ol class="week">
        {days.map((day) => (
          <Day key={day} day={day} slots={byDay.get(day) ?? []} onChoose={choose} />
        ))}
      </ol>
    </div>
  );
}
