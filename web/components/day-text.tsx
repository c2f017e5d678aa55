import { useFormat } from '../i18n/use-lang.tsx';

/** A plain day such as 2026-06-29: the same everywhere. */
export function DayText(props: { day: string }) {
  const f = useFormat();
  return <time dateTime={props.day}>{f.day(props.day)}</time>;
}
