import { useResource } from '../api/use-resource.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { Status } from '../components/mark.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Result } from '../api/types.ts';

type Cycle = Result<'listCycles'>['items'][number];

function OfCycle(props: { cycle: Cycle }) {
  const t = useT('match');
  const words = useT('shared');
  const rounds = useResource('listRounds', { params: { cycleId: props.cycle.id } });
  return (
    <>
      {rounds.data?.items.map((round) => (
        <li key={round.id}>
          <a href={`/rounds/${round.id}`}>
            <Bilingual of={props.cycle.name} />
            {t('how.rounds.one', { number: round.number })}
          </a>{' '}
          <Status tone={round.state === 'published' ? 'good' : 'info'}>
            {words(`states.round.${round.state}`)}
          </Status>
        </li>
      ))}
    </>
  );
}

/** The way to every round's public proof. */
export function CycleRounds() {
  const t = useT('match');
  const cycles = useResource('listCycles', { query: { limit: 20 } });
  return (
    <Panel title={t('how.rounds.title')}>
      <p>{t('how.rounds.lead')}</p>
      <Loaded of={cycles} lines={2}>
        {({ items }) => (
          <ul>
            {items.map((cycle) => (
              <OfCycle key={cycle.id} cycle={cycle} />
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  );
}
