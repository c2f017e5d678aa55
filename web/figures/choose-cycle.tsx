import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { ChoiceLinks } from '../components/choice-links.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';

/** The cycle that the address names, of those there are; without one the cycle that is under way. */
export function ChooseCycle(props: { current: Cycle }) {
  const t = useT('statistics');
  const say = useBilingual();
  const { data } = useResource('listCycles', { query: { limit: 10 } });
  const cycles = (data?.items ?? []).filter(({ phase }) => phase !== 'draft');
  if (cycles.length < 2) return null;
  return (
    <ChoiceLinks
      label={t('cycle')}
      name="cycle"
      choices={cycles.map(({ id, name }) => ({
        value: id === props.current.id ? '' : id,
        label: say(name),
      }))}
    />
  );
}
