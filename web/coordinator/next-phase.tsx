import { useState } from 'preact/hooks';
import { phaseTransitions } from '../../functions/cycle/phase-transitions.ts';
import type { Phase } from '../../functions/cycle/phases.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';

/** A phase that is announced for longer than until now. */
function EndsEarly(props: { cycle: Cycle; now: number }) {
  const t = useT('coordinator');
  const words = useT('shared');
  const { phase, windows } = props.cycle;
  const ends = Object.entries(windows).find(([name]) => name === phase)?.[1].to;
  if (ends === undefined || Date.parse(ends) <= props.now) return null;
  return (
    <Notice tone="warn">
      {t('phase.early', { phase: words(`states.cycle.${phase}`) })} <DateTime at={ends} now={props.now} />
    </Notice>
  );
}

/** When the clock moves the cycle, or since when it would have. */
function Timed(props: { at: string; now: number; stands: boolean }) {
  const t = useT('coordinator');
  const { at, now, stands } = props;
  const isDue = Date.parse(at) <= now;
  if (isDue && stands)
    return (
      <Notice tone="bad" title={t('phase.stands')}>
        <p>
          {t('phase.dueSince')} <DateTime at={at} now={now} />
        </p>
      </Notice>
    );
  return (
    <p>
      {t(isDue ? 'phase.atOnce' : 'phase.byClock')} <DateTime at={at} now={now} />
    </p>
  );
}

function Way(props: { cycle: Cycle; to: Phase; first: boolean; set: (cycle: Cycle) => void }) {
  const t = useT('coordinator');
  const words = useT('shared');
  const call = useClient();
  const { cycle, to, set } = props;
  const now = Date.now();
  const [asking, setAsking] = useState(false);
  const preview = useResource('previewPhase', { params: { cycleId: cycle.id }, query: { to } });
  const move = useAction(async () => {
    const { id, version } = cycle;
    const moved = await call('moveCycle', { params: { cycleId: id }, body: { to }, ifMatch: version });
    setAsking(false);
    set(moved);
  });
  const name = words(`states.cycle.${to}`);
  const title = t('phase.moveTo', { phase: name });
  return (
    <Loaded of={preview} lines={2}>
      {({ obstacles, effects, at }) => (
        <section class="stack">
          <h3>{title}</h3>
          <p>{t(`phase.means.${to}`)}</p>
          <ul>
            {effects.map(({ code, count }) => (
              <li key={code}>{t.maybe(`phase.effects.${code}`, { count }) ?? code}</li>
            ))}
          </ul>
          {at !== undefined && <Timed at={at} now={now} stands={obstacles.length > 0} />}
          {obstacles.map(({ code, message, count }) => (
            <Notice key={code} tone="warn">
              {t.maybe(`phase.obstacles.${code}`, { count }) ?? message}
            </Notice>
          ))}
          <Button
            kind={props.first ? 'primary' : 'quiet'}
            unavailable={obstacles.length > 0}
            onClick={() => setAsking(true)}
          >
            {title}
          </Button>
          <Confirm
            open={asking}
            title={title}
            confirm={title}
            action={move}
            onConfirm={() => void move.run()}
            onClose={() => setAsking(false)}
          >
            <p>{t(`phase.means.${to}`)}</p>
            {props.first && <EndsEarly cycle={cycle} now={now} />}
            <p>{t('phase.sure')}</p>
          </Confirm>
        </section>
      )}
    </Loaded>
  );
}

/** What a move to another phase would do and what is in its way, before it is done. */
export function NextPhase(props: { cycle: Cycle; set: (cycle: Cycle) => void }) {
  const t = useT('coordinator');
  const { cycle, set } = props;
  return (
    <Panel title={t('phase.title')}>
      {phaseTransitions[cycle.phase].length === 0 && <p>{t('phase.end')}</p>}
      {phaseTransitions[cycle.phase].map((to, index) => (
        <Way key={to} cycle={cycle} to={to} first={index === 0} set={set} />
      ))}
    </Panel>
  );
}
