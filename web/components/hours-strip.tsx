import { useFormat, useT } from '../i18n/use-lang.tsx';
import { nextChange } from './next-change.ts';
import { clockOf, lengthOf, offsetAt, shared, stretchesOf } from './working-hours.ts';
import type { Hours, Stretch } from './working-hours.ts';

export interface HoursStripProps {
  /** The reader's own hours. */
  mine: Hours;
  theirs: Hours;
  /** Whose hours these are, when the reader is not the student. */
  names?: { mine: string; theirs: string };
  /** The internship's first and last day. */
  from: string;
  to: string;
}

const ticks = [0, 3, 6, 9, 12, 15, 18, 21, 24];

/** 24 hours in both zones on one line; the overlap in words first, with what a clock change does to it. */
export function HoursStrip(props: HoursStripProps) {
  const { mine, theirs } = props;
  const t = useT('shared');
  const f = useFormat();
  const start = Date.parse(`${props.from}T12:00:00Z`);
  const own = stretchesOf(mine, mine.zone, start);
  const other = stretchesOf(theirs, mine.zone, start);
  const both = shared(own, other);
  const change = nextChange(mine, theirs, start, Date.parse(`${props.to}T12:00:00Z`));
  const duration = f.duration(lengthOf(both));
  const [first] = both;
  const words =
    first === undefined
      ? t('hours.none')
      : both.length > 1
        ? t('hours.overlapMany', { duration, count: both.length })
        : t('hours.overlap', { duration, from: clockOf(first.from), to: clockOf(first.to) });
  const shift = offsetAt(theirs.zone, start) - offsetAt(mine.zone, start);
  const lane = (kind: string, label: string, stretches: readonly Stretch[]) => (
    <div class={`lane ${kind}`}>
      <span class="label">{label}</span>
      <span class="track">
        {stretches.map(({ from, to }) => (
          <i
            key={from}
            style={{ left: `${(from / 1440) * 100}%`, width: `${((to - from) / 1440) * 100}%` }}
          />
        ))}
      </span>
    </div>
  );
  const scale = (label: string, by: number) => (
    <div class="lane scale">
      <span class="label muted">{label}</span>
      <span class="track">
        {ticks.map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {clockOf((hour * 60 + by + 2880) % 1440).slice(0, by % 60 === 0 ? 2 : 5)}
          </span>
        ))}
      </span>
    </div>
  );
  return (
    <div class="hours">
      <p class="strong">
        {words}
        {change !== undefined && (
          <>
            {'; '}
            {t('hours.change', {
              day: f.shortDay(change.at, mine.zone),
              duration: f.duration(change.minutes),
            })}
          </>
        )}
      </p>
      <div aria-hidden="true">
        {scale(f.zone(mine.zone, start), 0)}
        {lane('mine', props.names?.mine ?? t('hours.yours'), own)}
        {lane('theirs', props.names?.theirs ?? t('hours.theirs'), other)}
        {lane('both', t('hours.both'), both)}
        {shift !== 0 && scale(f.zone(theirs.zone, start), shift)}
      </div>
    </div>
  );
}
