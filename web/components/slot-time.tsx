import { dateFormat } from '../i18n/format.ts';
import { localeOf } from '../i18n/lang.ts';
import { useFormat, useLang, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { dayIn } from './local-day.ts';

interface Slot {
  start: string;
  end: string;
  zone: string;
}

/** `17:00–17:30` of a slot on the clocks of a zone. */
export function useHours(): (slot: Slot, zone: string) => string {
  const f = useFormat();
  return ({ start, end }, zone) => `${f.time(start, zone)}–${f.time(end, zone)}`;
}

/** When a slot is for the other side, with its day where it is another one: `上海 09:00（次日）`. */
export function useTheirTime(): (slot: Slot, zone: string) => string {
  const t = useT('interview');
  const f = useFormat();
  const city = useCity();
  const { own } = useZones();
  return (slot, zone) => {
    const text = t('theirs', { zone: city(zone, slot.start), time: f.time(slot.start, zone) });
    const [mine, theirs] = [dayIn(own, slot.start), dayIn(zone, slot.start)];
    if (mine === theirs) return text;
    return t('onDay', { text, day: t(mine < theirs ? 'nextDay' : 'dayBefore') });
  };
}

/** A zone's city alone: the offset stands elsewhere. */
export function useCity(): (zone: string, at: string | number) => string {
  const f = useFormat();
  return (zone, at) => f.zone(zone, new Date(at).getTime()).replace(/,? ?(GMT|UTC)\S*$/, '') || zone;
}

/** A weekday and day of an instant in a zone: `Mon 20 Apr`. */
export function useWeekday(): (at: string | number, zone: string, length?: 'short' | 'long') => string {
  const { lang } = useLang();
  return (at, zone, length = 'short') =>
    dateFormat(localeOf[lang], {
      weekday: length,
      day: 'numeric',
      month: length === 'long' ? 'long' : 'short',
      timeZone: zone,
    }).format(new Date(at));
}

/** When an interview is, in the reader's zone and in the other's. */
export function SlotTime(props: Slot & { other?: string | undefined }) {
  const { own } = useZones();
  const hours = useHours();
  const theirs = useTheirTime();
  const weekday = useWeekday();
  const { other = props.zone } = props;
  return (
    <time dateTime={props.start} class="slot-time">
      <span class="strong">
        {weekday(props.start, own)} {hours(props, own)}
      </span>
      {other !== own && <span class="muted">{theirs(props, other)}</span>}
    </time>
  );
}
