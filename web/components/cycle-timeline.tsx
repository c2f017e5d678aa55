import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { datedPhases } from '../../functions/cycle/phases.ts';
import { Timeline } from './timeline.tsx';

/** A cycle's phases with the next deadline in both zones. */
export function CycleTimeline(props: { cycle: Cycle; now: number }) {
  const t = useT('shared');
  const { cycle } = props;
  const phases = datedPhases.map((id) => ({
    id,
    name: t(`states.cycle.${id}`),
    ...cycle.windows[id],
    current: cycle.phase === id,
  }));
  return <Timeline phases={phases} now={props.now} />;
}
