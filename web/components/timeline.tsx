import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useZones } from '../shell/cycle.tsx';
import { DateTime } from './date-time.tsx';
import { Status } from './mark.tsx';

export interface PhaseSpan {
  id: string;
  name: string;
  /** Instants. */
  from: string;
  to: string;
  /** The end that was announced before, when it was moved. */
  movedFrom?: string;
  /** The same of its beginning. */
  startedFrom?: string;
  /** The state machine says so; without it the dates decide. */
  current?: boolean;
}

/** The cycle's phases on one line, now marked, the next deadline first as a sentence with both zones. */
export function Timeline(props: { phases: readonly PhaseSpan[]; now: number }) {
  const t = useT('shared');
  const f = useFormat();
  const zones = useZones();
  const here = props.phases.findIndex(({ current }) => current === true);
  const at = (phase: PhaseSpan, index: number): 'past' | 'now' | 'next' => {
    if (here >= 0) return index === here ? 'now' : index < here ? 'past' : 'next';
    if (Date.parse(phase.to) <= props.now) return 'past';
    return Date.parse(phase.from) <= props.now ? 'now' : 'next';
  };
  const next = props.phases.find(
    (phase, index) => at(phase, index) === 'now' && Date.parse(phase.to) > props.now,
  );
  return (
    <div class="timeline">
      {next !== undefined && (
        <p class="deadline">
          <span class="strong">
            {t('timeline.nextDeadline', { name: next.name, relative: f.relative(next.to, props.now) })}
          </span>
          {t('time.comma')}
          <DateTime at={next.to} />
        </p>
      )}
      <ol aria-label={t('timeline.label')}>
        {props.phases.map((phase, index) => {
          const when = at(phase, index);
          return (
            <li key={phase.id} class={when} aria-current={when === 'now' ? 'step' : undefined}>
              <span class="name">{phase.name}</span>
              <span class="dates">
                <span>{f.shortDay(phase.from, zones.own)}</span> –{' '}
                <span>{f.shortDay(phase.to, zones.own)}</span>
              </span>
              {phase.startedFrom !== undefined && (
                <span class="moved">
                  {t('timeline.startMoved', { from: f.shortDay(phase.startedFrom, zones.own) })}
                </span>
              )}
              {phase.movedFrom !== undefined && (
                <span class="moved">
                  {t('timeline.moved', { from: f.shortDay(phase.movedFrom, zones.own) })}
                </span>
              )}
              {when === 'now' && <Status tone="info">{t('timeline.now')}</Status>}
              {when !== 'now' && <span class="unseen">{t(`timeline.${when}`)}</span>}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
