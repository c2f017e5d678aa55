import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Empty } from '../components/notice.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { Rescind } from './rescind.tsx';

/** The offers of a published round and how they were answered. */
export function RoundOffers(props: { roundId: string }) {
  const t = useT('coordinator');
  const more = useT('offer');
  const say = useBilingual();
  const list = useResource('listRoundOffers', {
    params: { roundId: props.roundId },
    query: { cursor: useQuery().one('cursor'), limit: 50 },
  });
  return (
    <Loaded of={list} lines={5}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={t('offers.empty')} />
        ) : (
          <>
            <Table
              caption={t('offers.title')}
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                { head: t('offers.student'), main: true, cell: ({ studentName }) => studentName },
                {
                  head: t('offers.posting'),
                  cell: ({ posting }) => (
                    <a href={`/coordinator/postings/${posting.id}`}>{say(posting.content.title)}</a>
                  ),
                },
                { head: t('postings.company'), cell: ({ posting }) => say(posting.company.name) },
                { head: t('offers.state'), cell: ({ state }) => <State of="offer" is={state} /> },
                {
                  head: more('queue.action'),
                  cell: (offer) => <Rescind offer={offer} onDone={() => void list.reload()} />,
                },
              ]}
            />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}
