import type { Result } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Notice } from '../components/notice.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';

type Deadline = Result<'checkNights'>['deadlines'][number];

function OfDeadline(props: { deadline: Deadline; onUse: (at: string) => void }) {
  const t = useT('supplementary');
  const f = useFormat();
  const zones = useZones();
  const { deadline } = props;
  const { at, atNight, students, better, withoutWakingHour, window } = deadline;
  const named = (list: readonly string[]) => f.list(list.map((zone) => zone.replaceAll('_', ' ')));
  const dark = deadline.zones.filter((zone) => zone.atNight && zone.students > 0);
  const tone = withoutWakingHour.length > 0 ? 'bad' : atNight > 0 ? 'warn' : 'good';
  return (
    <Notice tone={tone} title={t(`next.window.${window}`)}>
      <p>
        <DateTime at={at} />
      </p>
      {withoutWakingHour.length > 0 && <p>{t('next.refused', { zones: named(withoutWakingHour) })}</p>}
      <p>
        {atNight === 0
          ? t('next.fair')
          : t('next.atNight', { count: atNight, students, zones: named(dark.map(({ zone }) => zone)) })}
      </p>
      {better !== undefined && (
        <>
          <p>
            {better.atNight === 0 ? t('next.betterNone') : t('next.better', { count: better.atNight })}{' '}
            <DateTime at={better.at} />
          </p>
          <Button
            kind="quiet"
            label={`${t('next.use')}: ${t(`next.window.${window}`)} ${f.time(better.at, zones.cycle)}`}
            onClick={() => props.onUse(better.at)}
          >
            {t('next.use')}
          </Button>
        </>
      )}
    </Notice>
  );
}

/** For how many the deadlines are at night, and at which hour they would be for fewer. */
export function RoundNights(props: {
  nights: readonly Deadline[];
  onUse: (window: Deadline['window'], at: string) => void;
}) {
  const t = useT('supplementary');
  return (
    <section class="stack" aria-label={t('next.nights')} aria-live="polite">
      <h3>{t('next.nights')}</h3>
      <p class="hint">{t('next.nightsLead')}</p>
      {props.nights.map((deadline) => (
        <OfDeadline
          key={deadline.window}
          deadline={deadline}
          onUse={(at) => props.onUse(deadline.window, at)}
        />
      ))}
    </section>
  );
}
