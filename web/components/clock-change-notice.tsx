import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { clockChanges } from './local-day.ts';
import { Notice } from './notice.tsx';
import { useCity } from './slot-time.tsx';
import { offsetAt } from './working-hours.ts';

/** What a change of clocks between two instants does to the times of both sides; nothing when there is none. */
export function ClockChangeNotice(props: { other: string; from: number; to: number }) {
  const t = useT('interview');
  const f = useFormat();
  const city = useCity();
  const { own } = useZones();
  const { other, from, to } = props;
  const zones = [...new Set([own, other])];
  const changes = zones.flatMap((zone) => clockChanges(zone, from, to));
  const ahead = (at: number): string => {
    const minutes = offsetAt(other, at) - offsetAt(own, at);
    if (minutes === 0) return t('changes.same');
    return t(minutes > 0 ? 'changes.ahead' : 'changes.behind', { duration: f.duration(Math.abs(minutes)) });
  };
  if (changes.length === 0) return null;
  return (
    <Notice tone="warn">
      {changes.map(({ zone, at, before, after }) => (
        <p key={`${zone} ${at}`}>
          {t(after > before ? 'changes.forward' : 'changes.back', {
            city: city(zone, at),
            // As clocks show it at the moment before they change.
            at: f.instant(at + before * 60_000, 'UTC'),
            by: f.duration(Math.abs(after - before)),
          })}{' '}
          {own !== other &&
            t('changes.meaning', { other: city(other, at), before: ahead(at - 60_000), after: ahead(at) })}
        </p>
      ))}
    </Notice>
  );
}
