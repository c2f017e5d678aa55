import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';

/** An instant in the reader's zone and in the cycle's; `now` adds how far away it is. */
export function DateTime(props: { at: string; now?: number }) {
  const f = useFormat();
  const t = useT('shared');
  const zones = useZones();
  const at = Date.parse(props.at);
  const own = f.instant(props.at, zones.own);
  const theirs = f.instant(props.at, zones.cycle);
  return (
    <time dateTime={props.at} class="when">
      {props.now !== undefined && <span class="strong">{f.relative(props.at, props.now)}</span>}
      {props.now !== undefined && t('time.comma')}
      <span class="at">
        {own} <span class="muted zone">{own === theirs ? f.zone(zones.own, at) : t('time.yours')}</span>
        {own !== theirs && ' /'}
      </span>
      {own !== theirs && (
        <>
          {' '}
          <span class="at">
            {theirs} <span class="muted zone">{f.zone(zones.cycle, at)}</span>
          </span>
        </>
      )}
    </time>
  );
}
