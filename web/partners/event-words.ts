import type { Result } from '../api/types.ts';
import { useT } from '../i18n/use-lang.tsx';

type EventType = Result<'listDeliveries'>['items'][number]['type'];

/** A kind of event in words; names of sentences hold no full stops, those of events do. */
export function useEventWords(): (type: EventType) => string {
  const t = useT('partners');
  return (type) => t.maybe(`hooks.of.${type.replace('.', '_')}`) ?? type;
}
