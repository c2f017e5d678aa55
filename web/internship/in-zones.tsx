import { useFormat } from '../i18n/use-lang.tsx';

/** One instant on the clocks of those who meet, one line each; zones that show the same time share a line. */
export function InZones(props: { at: string; zones: readonly (readonly [label: string, zone: string])[] }) {
  const f = useFormat();
  const at = Date.parse(props.at);
  const lines = new Map<string, string>();
  for (const [label, zone] of props.zones) {
    const time = f.instant(props.at, zone);
    if (!lines.has(time)) lines.set(time, `${label} · ${f.zone(zone, at)}`);
  }
  return (
    <time dateTime={props.at} class="zones">
      {[...lines].map(([time, label]) => (
        <span key={time}>
          {time} <span class="muted">{label}</span>
        </span>
      ))}
    </time>
  );
}
