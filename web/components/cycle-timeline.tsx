import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { datedPhases } from '../../functions/cycle/phases.ts';
import { Timeline } from './timeline.tsx';

/** The dates of a phase that were announced otherwise before. */
const movedIn = ({ moves = [] }: Cycle, id: (typeof datedPhases)[number]) => {
  const of = (edge: 'from' | 'to') => moves.find((move) => move.phase === id && move.edge === edge)?.old;
  const [start, end] = [of('from'), of('to')];
  return { ...(start !== undefined && { startedFrom: start }), ...(end !== undefined && { movedFrom: end }) };
};

/** A cycle's phases with the next deadline in both zones. */
export function CycleTimeline(props: { cycle: Cycle; now: number }) {
  const t = useT('shared');
  const { cycle } = props;
  const phases = datedPhases.map((id) => ({
    id,
    name: t(`states.cycle.${id}`),
    ...cycle.windows[id],
    ...movedIn(cycle, id),
    current: cycle.phase === id,
  }));
  return <Timeline phases={phases} now={props.now} />;
}
