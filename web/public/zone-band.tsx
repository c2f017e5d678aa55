import { useFormat, useT } from '../i18n/use-lang.tsx';
import { clockOf, lengthOf, offsetAt, shared, stretchesOf } from '../components/working-hours.ts';
import { useZones } from '../shell/cycle.tsx';

const office = { from: '09:00', to: '18:00' };
/** A student's day with evenings, as most apply for. */
const waking = { from: '08:00', to: '22:00' };

/** The product's idea in one picture: this reader's day above an office day in the cycle's zone, now marked. */
export function ZoneBand(props: { now: number }) {
  const t = useT('public');
  const f = useFormat();
  const zones = useZones();
  const mine = stretchesOf({ zone: zones.own, ...waking }, zones.own, props.now);
  const theirs = stretchesOf({ zone: zones.cycle, ...office }, zones.own, props.now);
  const both = shared(mine, theirs);
  const minutesNow = (((props.now / 60_000 + offsetAt(zones.own, props.now)) % 1440) + 1440) % 1440;
  const lane = (kind: string, zone: string, stretches: readonly { from: number; to: number }[]) => (
    <div class={`sky ${kind}`}>
      <span>
        {f.zone(zone, props.now)} <b>{f.time(props.now, zone)}</b>
      </span>
      {stretches.map(({ from, to }) => (
        <i key={from} style={{ left: `${(from / 1440) * 100}%`, width: `${((to - from) / 1440) * 100}%` }} />
      ))}
    </div>
  );
  return (
    <figure class="zone-band">
      <div aria-hidden="true">
        {lane('own', zones.own, mine)}
        {zones.own !== zones.cycle && lane('far', zones.cycle, theirs)}
        <span class="now" style={{ left: `${(minutesNow / 1440) * 100}%` }} />
      </div>
      <figcaption>
        {zones.own === zones.cycle
          ? t('home.bandSame', { zone: f.zone(zones.cycle, props.now) })
          : t('home.band', {
              duration: f.duration(lengthOf(both)),
              zone: f.zone(zones.cycle, props.now),
              from: clockOf(both[0]?.from ?? 0),
            })}
      </figcaption>
    </figure>
  );
}
