import { useState } from 'preact/hooks';
import { criterionNames, defaultWeights } from '../../matching/ranking/weights.ts';
import type { CriterionName } from '../../matching/ranking/part.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { settingsIn } from './cycle-values.ts';
import { NeedsCycle } from './needs-cycle.tsx';
import { WeightsPreview } from './weights-preview.tsx';

export type Weights = Cycle['weights'];

/** One criterion: its weight as a slider and a number, and what share of the score that is. */
function Weight(props: {
  name: CriterionName;
  value: number;
  share: number;
  most: number;
  onChange: (value: number) => void;
}) {
  const t = useT('coordinator');
  const words = useT('shared');
  const f = useFormat();
  const { name, value, most } = props;
  const label = words(`fit.criteria.${name}`);
  // What is shown is what counts: a number beyond the range becomes the nearest in it, nothing stays what it was.
  const change = (input: HTMLInputElement) => {
    const next = input.value === '' ? value : Math.min(10, Math.max(0, Number(input.value)));
    input.value = String(next);
    props.onChange(next);
  };
  return (
    <li class="weight">
      <label for={`weight-${name}`}>{label}</label>
      <input
        id={`weight-${name}`}
        type="range"
        min="0"
        max={most}
        step="0.01"
        value={value}
        aria-valuetext={t('weights.valueText', { weight: value, share: f.percent(props.share) })}
        onInput={(event) => change(event.currentTarget)}
      />
      <input
        type="number"
        min="0"
        max="10"
        step="0.01"
        value={value}
        aria-label={t('weights.numberOf', { name: label })}
        onChange={(event) => change(event.currentTarget)}
      />
      <span class="share">{f.percent(props.share)}</span>
    </li>
  );
}

function Sliders(props: { cycle: Cycle; set: (cycle: Cycle) => void }) {
  const t = useT('coordinator');
  const call = useClient();
  const { cycle, set } = props;
  const [weights, setWeights] = useState<Weights>(cycle.weights);
  const [saved, setSaved] = useState(false);
  const save = useAction(async () => {
    const { id, version } = cycle;
    const body = { ...settingsIn(cycle), weights };
    set(await call('updateCycle', { params: { cycleId: id }, body, ifMatch: version }));
    setSaved(true);
  });
  const put = (next: Weights) => {
    setSaved(false);
    setWeights(next);
  };
  const sum = criterionNames.reduce((total, name) => total + weights[name], 0);
  const most = Math.max(1, ...criterionNames.map((name) => cycle.weights[name]));
  const changed = criterionNames.some((name) => weights[name] !== cycle.weights[name]);
  return (
    <>
      <Panel title={t('weights.criteria')}>
        <ul class="weights">
          {criterionNames.map((name) => (
            <Weight
              key={name}
              name={name}
              value={weights[name]}
              share={sum === 0 ? 0 : weights[name] / sum}
              most={most}
              onChange={(value) => put({ ...weights, [name]: value })}
            />
          ))}
        </ul>
        {sum === 0 && <Notice tone="warn">{t('weights.allZero')}</Notice>}
        <ProblemNotice problem={save.problem} />
        <div class="row">
          <Button pending={save.pending} unavailable={!changed || sum === 0} onClick={() => void save.run()}>
            {t('weights.save')}
          </Button>
          <Button kind="quiet" unavailable={!changed} onClick={() => put(cycle.weights)}>
            {t('weights.reset')}
          </Button>
          <Button kind="quiet" onClick={() => put(defaultWeights)}>
            {t('weights.defaults')}
          </Button>
          <span role="status">{saved ? t('weights.saved') : ''}</span>
        </div>
      </Panel>
      <WeightsPreview cycleId={cycle.id} weights={weights} />
    </>
  );
}

export default function WeightsPage() {
  const t = useT('coordinator');
  const { set } = useCurrentCycle();
  return (
    <Page title={t('weights.title')} lead={t('weights.lead')} compact>
      <NeedsCycle>{(cycle) => <Sliders cycle={cycle} set={set} />}</NeedsCycle>
    </Page>
  );
}
