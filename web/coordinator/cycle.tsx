import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { CycleTimeline } from '../components/cycle-timeline.tsx';
import { Done } from '../components/done.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { CycleForm } from './cycle-form.tsx';
import type { CycleSettings } from './cycle-values.ts';
import { NextPhase } from './next-phase.tsx';
import { SilentApplications } from './silent-applications.tsx';

function Create() {
  const t = useT('coordinator');
  const call = useClient();
  const current = useCurrentCycle();
  const create = useAction((body: CycleSettings) => call('createCycle', { body }));
  return (
    <Page title={t('cycle.create')} lead={t('cycle.createLead')} narrow>
      <CycleForm
        submit={t('cycle.create')}
        pending={create.pending}
        problem={create.problem}
        onSave={(settings) => void create.run(settings).then((made) => made && current.reload())}
      />
    </Page>
  );
}

function Settings(props: { cycle: Cycle; set: (cycle: Cycle) => void }) {
  const t = useT('coordinator');
  const call = useClient();
  const [saved, setSaved] = useState(false);
  const { cycle, set } = props;
  const save = useAction(async (body: CycleSettings) => {
    setSaved(false);
    set(await call('updateCycle', { params: { cycleId: cycle.id }, body, ifMatch: cycle.version }));
    setSaved(true);
  });
  return (
    <Panel title={t('cycle.settings')}>
      <CycleForm
        cycle={cycle}
        submit={t('cycle.save')}
        pending={save.pending}
        problem={save.problem}
        onSave={(settings) => void save.run(settings)}
      />
      {saved && <Done tone="good">{t('cycle.saved')}</Done>}
    </Panel>
  );
}

export default function CyclePage() {
  const t = useT('coordinator');
  const say = useBilingual();
  const now = Date.now();
  const cycle = useCurrentCycle();
  const { data } = cycle;
  // A move's obstacles are counted anew once silent applications were closed.
  const [closed, setClosed] = useState(0);
  if (cycle.problem?.status === 404) return <Create />;
  return (
    <Page
      title={data === undefined ? t('cycle.title') : say(data.name)}
      actions={data !== undefined && <State of="cycle" is={data.phase} />}
      compact
    >
      <Loaded of={cycle} lines={8}>
        {(read) => (
          <>
            <Panel title={t('cycle.timeline')}>
              <CycleTimeline cycle={read} now={now} />
            </Panel>
            <NextPhase key={`${read.phase} ${closed}`} cycle={read} set={cycle.set} />
            <SilentApplications cycle={read} now={now} onClosed={() => setClosed((count) => count + 1)} />
            <Settings cycle={read} set={cycle.set} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
