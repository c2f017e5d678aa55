import { useBilingual } from '../components/bilingual.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Timeline } from '../components/timeline.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import { datedPhases } from '../shell/phases.ts';
import type { Cycle } from '../shell/cycle.tsx';
import { ZoneBand } from './zone-band.tsx';

function Dates({ cycle, now }: { cycle: Cycle; now: number }) {
  const t = useT('public');
  const words = useT('shared');
  const say = useBilingual();
  const phases = datedPhases.map((id) => ({
    id,
    name: words(`states.cycle.${id}`),
    ...cycle.windows[id],
    current: cycle.phase === id,
  }));
  return (
    <Panel title={t('home.datesTitle', { cycle: say(cycle.name) })}>
      <Timeline phases={phases} now={now} />
    </Panel>
  );
}

const promises = ['Answer', 'Secret', 'Verify', 'Zones'] as const;
const people = ['students', 'companies', 'coordinators'] as const;

export default function Home() {
  const t = useT('public');
  const cycle = useCurrentCycle();
  const now = Date.now();
  return (
    <Page title={t('home.title')} lead={t('home.lead')}>
      <p class="row">
        <ButtonLink href="/postings">{t('home.browse')}</ButtonLink>
        <ButtonLink href="/how" kind="quiet">
          {t('home.how')}
        </ButtonLink>
      </p>
      <ZoneBand now={now} />
      {cycle.problem?.status === 404 ? (
        <Empty title={t('home.noCycle')}>{t('home.noCycleBody')}</Empty>
      ) : (
        <Loaded of={cycle}>{(data) => <Dates cycle={data} now={now} />}</Loaded>
      )}
      <Panel title={t('home.forTitle')} plain>
        <ul class="cards">
          {people.map((who) => (
            <li key={who} class="card">
              <h3>{t(`home.${who}`)}</h3>
              <p>{t(`home.${who}Body`)}</p>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('home.promisesTitle')} plain>
        <dl class="promises">
          {promises.map((name) => (
            <div key={name}>
              <dt>{t(`home.promise${name}`)}</dt>
              <dd>{t(`home.promise${name}Body`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </Page>
  );
}
