import { FitBar } from '../components/fit-bar.tsx';
import { HoursStrip } from '../components/hours-strip.tsx';
import { OrderList } from '../components/order-list.tsx';
import { Panel } from '../components/page.tsx';
import { Button } from '../components/button.tsx';
import { Timeline } from '../components/timeline.tsx';
import type { Facts, Part } from '../../matching/ranking/part.ts';
import { useT } from '../i18n/use-lang.tsx';
import { datedPhases } from '../../functions/cycle/phases.ts';

const part = (facts: Facts, weight: number, score: number): Part => ({
  criterion: facts.criterion,
  facts,
  weight,
  score,
  points: weight * score,
});
const parts: readonly Part[] = [
  part(
    { criterion: 'skills', held: ['python', 'statistics'], missing: ['sql'], required: ['sql'] },
    0.3,
    0.67,
  ),
  part({ criterion: 'major', relation: 'named', majors: ['statistics'] }, 0.14, 1),
  part(
    {
      criterion: 'overlap',
      minutes: 210,
      needed: 120,
      postingZone: 'Asia/Shanghai',
      studentZones: ['Europe/Berlin'],
    },
    0.14,
    1,
  ),
  part({ criterion: 'dates', days: 54, availableDays: 40 }, 0.08, 0.74),
  part({ criterion: 'hours', offered: 25, min: 20, max: 30 }, 0.06, 1),
  part(
    { criterion: 'language', languages: [{ code: 'en', needed: 'B2', held: 'C1', enough: true }] },
    0.08,
    1,
  ),
  part({ criterion: 'studyLevel', level: 'master', asked: ['bachelor', 'master'] }, 0.04, 1),
  part(
    {
      criterion: 'interest',
      category: 'data',
      categoryWanted: 'no',
      workMode: 'remote',
      workModeWanted: 'yes',
    },
    0.08,
    0,
  ),
  part(
    {
      criterion: 'text',
      matched: [
        { word: 'dashboards', means: 'same' },
        { word: '数据分析', means: 'translation', found: 'data analyst' },
      ],
    },
    0.08,
    0.4,
  ),
];

const spans = [
  ['2027-02-01', '2027-03-20'],
  ['2027-03-15', '2027-04-12'],
  ['2027-04-13', '2027-04-22'],
  ['2027-05-08', '2027-05-15'],
  ['2027-05-15', '2027-05-18'],
  ['2027-05-19', '2027-05-24'],
  ['2027-05-25', '2027-06-08'],
  ['2027-06-29', '2027-08-21'],
] as const;

export function MatchSamples() {
  const t = useT('catalogue');
  const words = useT('shared');
  const phases = datedPhases.map((id, index) => {
    const [from, to] = spans[index] ?? spans[0];
    const moved = id === 'matching' ? { movedFrom: '2027-05-17T10:00:00Z' } : {};
    return {
      id,
      name: words(`states.cycle.${id}`),
      from: `${from}T01:00:00Z`,
      to: `${to}T10:00:00Z`,
      ...moved,
    };
  });
  const items = (['jobA', 'jobB', 'jobC', 'jobD'] as const).map((id) => ({
    id,
    name: t(id),
    detail: <p class="hint">{t('orderDetail')}</p>,
  }));
  return (
    <>
      <Panel title={t('timeline')}>
        <Timeline phases={phases} now={Date.parse('2027-05-12T09:00:00Z')} />
      </Panel>
      <Panel title={t('order')}>
        <OrderList
          label={t('order')}
          items={items}
          initial={['jobA', 'jobB', 'jobC']}
          save={() => new Promise((done) => setTimeout(done, 300))}
          removable
          rest={(ids, add) => {
            const left = items.filter(({ id }) => !ids.includes(id));
            if (left.length === 0) return null;
            return (
              <>
                <h3>{t('rest')}</h3>
                <ul class="tasks">
                  {left.map(({ id, name }) => (
                    <li key={id}>
                      {name}
                      <Button kind="quiet" label={`${t('add')} ${name}`} onClick={() => add(id)}>
                        {t('add')}
                      </Button>
                    </li>
                  ))}
                </ul>
              </>
            );
          }}
        />
      </Panel>
      <Panel title={t('fit')}>
        <FitBar parts={parts} />
      </Panel>
      <Panel title={t('strip')}>
        <HoursStrip
          mine={{ zone: 'Europe/Berlin', from: '08:00', to: '20:00' }}
          theirs={{ zone: 'Asia/Shanghai', from: '13:00', to: '18:00' }}
          from="2027-10-01"
          to="2027-11-30"
        />
        <HoursStrip
          mine={{ zone: 'America/Vancouver', from: '08:00', to: '15:00' }}
          theirs={{ zone: 'Asia/Shanghai', from: '10:00', to: '18:00' }}
          from="2027-06-29"
          to="2027-08-21"
        />
      </Panel>
    </>
  );
}
