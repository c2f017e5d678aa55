import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { CycleTimeline } from '../components/cycle-timeline.tsx';
import { Figure } from '../components/facts.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { CategoryChart } from './category-chart.tsx';
import { Queues } from './queues.tsx';

type FiguresOf = Result<'getFigures'>;

function Figures(props: { figures: FiguresOf }) {
  const t = useT('coordinator');
  const f = useFormat();
  const { students, seats, postings, applications, companies } = props.figures;
  const sum = (counts: Record<string, number>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  return (
    <Panel title={t('today.figures')}>
      <div class="figures">
        <Figure
          value={f.number(companies['verified'] ?? 0)}
          label={t('today.companies')}
          href="/coordinator/companies?state=verified"
        />
        <Figure
          value={f.number(postings['published'] ?? 0)}
          label={t('today.postings')}
          href="/coordinator/postings?state=published"
        />
        <Figure value={f.number(seats)} label={t('today.seats')} />
        <Figure value={f.number(students)} label={t('today.students')} href="/coordinator/students" />
        <Figure value={f.number(sum(applications))} label={t('today.applications')} />
      </div>
    </Panel>
  );
}

function OfCycle(props: { cycle: Cycle; now: number }) {
  const t = useT('coordinator');
  const { cycle, now } = props;
  const figures = useResource('getFigures', { params: { cycleId: cycle.id } });
  return (
    <>
      <Loaded of={figures} lines={4}>
        {(data) => <Queues figures={data} cycle={cycle} now={now} />}
      </Loaded>
      <Panel
        title={t('today.dates')}
        actions={
          <ButtonLink kind="quiet" href="/coordinator/cycle">
            {t('today.toCycle')}
          </ButtonLink>
        }
      >
        <CycleTimeline cycle={cycle} now={now} />
      </Panel>
      {figures.data !== undefined && (
        <>
          <Figures figures={figures.data} />
          <CategoryChart categories={figures.data.categories} />
        </>
      )}
    </>
  );
}

export default function Today() {
  const t = useT('coordinator');
  const now = Date.now();
  const cycle = useCurrentCycle();
  return (
    <Page title={t('today.title')} compact>
      {cycle.problem?.status === 404 ? (
        <Empty
          title={t('today.noCycle')}
          action={<ButtonLink href="/coordinator/cycle">{t('cycle.create')}</ButtonLink>}
        >
          {t('today.noCycleBody')}
        </Empty>
      ) : (
        <Loaded of={cycle} lines={6}>
          {(data) => <OfCycle cycle={data} now={now} />}
        </Loaded>
      )}
    </Page>
  );
}
