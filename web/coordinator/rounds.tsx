import { useResource } from '../api/use-resource.ts';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { NeedsCycle } from './needs-cycle.tsx';

function List(props: { cycleId: string }) {
  const t = useT('coordinator');
  const more = useT('supplementary');
  const f = useFormat();
  const list = useResource('listRounds', { params: { cycleId: props.cycleId } });
  const day = (at: string | undefined) => (at === undefined ? '–' : f.day(at, ownZone()));
  return (
    <Loaded of={list}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('rounds.empty')}>{t('rounds.emptyBody')}</Empty>
        ) : (
          <Table
            caption={t('rounds.title')}
            quietCaption
            rows={items.toSorted((a, b) => b.number - a.number)}
            rowKey={({ id }) => id}
            columns={[
              {
                head: t('rounds.round'),
                main: true,
                cell: ({ id, number, kind }) => (
                  <a href={`/coordinator/rounds/${id}`}>{t(`rounds.${kind}`, { number })}</a>
                ),
              },
              {
                head: t('rounds.state'),
                cell: ({ state, step }) => (
                  <>
                    <State of="round" is={state} />{' '}
                    {state === 'open' && step !== undefined && (
                      <span class="muted">{more(`step.name.${step}`)}</span>
                    )}
                  </>
                ),
              },
              { head: more('step.openSeats'), numeric: true, cell: ({ opening }) => opening?.seats ?? '–' },
              { head: t('rounds.frozen'), cell: ({ frozenAt }) => day(frozenAt) },
              { head: t('rounds.published'), cell: ({ publishedAt }) => day(publishedAt) },
            ]}
          />
        )
      }
    </Loaded>
  );
}

/** One more round can be looked at as soon as the main round is out. */
const later: readonly Cycle['phase'][] = ['confirming', 'supplementary'];

export default function Rounds() {
  const t = useT('coordinator');
  const more = useT('supplementary');
  return (
    <Page title={t('rounds.title')} lead={t('rounds.lead')} compact>
      <NeedsCycle>
        {(cycle) => (
          <>
            {later.includes(cycle.phase) && (
              <p>
                <ButtonLink href="/coordinator/rounds/next">{more('next.toOpen')}</ButtonLink>
              </p>
            )}
            <List cycleId={cycle.id} />
          </>
        )}
      </NeedsCycle>
    </Page>
  );
}
