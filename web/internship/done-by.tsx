import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';

/** Who did something and when. */
export function DoneBy(props: { by: 'student' | 'company' | 'coordinator' | 'system'; at: string }) {
  const t = useT('internship');
  const f = useFormat();
  return <p class="hint">{t('byAt', { who: t(`side.${props.by}`), at: f.instant(props.at, ownZone()) })}</p>;
}
