import { useState } from 'preact/hooks';
import { useT } from '../i18n/use-lang.tsx';

export interface Hour {
  hour: number;
  awake: number;
  working: number;
  core: number;
}

const ticks = [0, 6, 12, 18, 24];
const height = 100;

/** The hour in which most teams are at work, the first of several. */
export const busiest = (hours: readonly Hour[]): number =>
  hours.reduce((best, { hour, core }) => (core > (hours[best]?.core ?? 0) ? hour : best), 0);

/**
 * 24 hours on the cycle's clocks: how many students are awake (hatched) and at work (filled), and, as a line, how many
 * teams are. A slider reads one hour out; it starts where most teams work, which the page has said already.
 */
export function Day(props: {
  hours: readonly Hour[];
  students: number;
  postings: number;
  zone: string;
  /** What an hour means, in words. */
  say: (hour: Hour) => string;
}) {
  const t = useT('statistics');
  const { hours, students, postings } = props;
  const [at, setAt] = useState(() => busiest(hours));
  const chosen = hours[at];
  const up = (count: number, of: number) => (of === 0 ? 0 : (count / of) * height);
  const line = hours.flatMap(({ hour, core }) => {
    const y = height - up(core, postings);
    return [`${hour * 10},${y}`, `${hour * 10 + 10},${y}`];
  });
  const named = (hour: number) =>
    t('zones.hourOf', {
      zone: props.zone,
      hour: String(hour).padStart(2, '0'),
      to: String(hour + 1).padStart(2, '0'),
    });
  return (
    <div class="day">
      <ul class="legend">
        <li class="awake">{t('zones.awake')}</li>
        <li class="working">{t('zones.working')}</li>
        <li class="core">{t('zones.core')}</li>
      </ul>
      <div class="plot">
        <svg viewBox="0 0 240 100" preserveAspectRatio="none" aria-hidden="true">
          <defs>
            <pattern id="hatched" width="4" height="4" patternUnits="userSpaceOnUse">
              <path d="M0 2H4" />
            </pattern>
          </defs>
          <rect class="chosen" x={at * 10} y="0" width="10" height={height} />
          {hours.map(({ hour, awake, working }) => (
            <g key={hour}>
              <rect
                class="awake"
                fill="url(#hatched)"
                x={hour * 10 + 1}
                width="8"
                y={height - up(awake, students)}
                height={up(awake, students)}
              />
              <rect
                class="working"
                x={hour * 10 + 1}
                width="8"
                y={height - up(working, students)}
                height={up(working, students)}
              />
            </g>
          ))}
          <polyline class="core" points={line.join(' ')} />
        </svg>
        <span class="top" aria-hidden="true">
          100%
        </span>
      </div>
      <div class="ticks" aria-hidden="true">
        {ticks.map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
      <label class="pick-hour">
        <span>{t('zones.hour')}</span>
        <input
          type="range"
          min="0"
          max="23"
          step="1"
          value={at}
          aria-valuetext={named(at)}
          onInput={(event) => setAt(Number(event.currentTarget.value))}
        />
      </label>
      <p role="status">{chosen !== undefined && at !== busiest(hours) && props.say(chosen)}</p>
    </div>
  );
}
