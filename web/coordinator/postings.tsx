import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { ChoiceLinks } from '../components/choice-links.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { NeedsCycle } from './needs-cycle.tsx';

const states = [
  'submitted',
  'changes_requested',
  'approved',
  'published',
  'paused',
  'closed',
  'draft',
  'withdrawn',
] as const;

function List(props: { cycleId: string }) {
  const t = useT('coordinator');
  const f = useFormat();
  const say = useBilingual();
  const names = useNames();
  const query = useQuery();
  const asked = query.one('state');
  const state = asked === undefined ? 'submitted' : states.find((one) => one === asked);
  const list = useResource('listCyclePostings', {
    params: { cycleId: props.cycleId },
    query: { state, cursor: query.one('cursor'), limit: 50 },
  });
  return (
    <Loaded of={list} lines={8}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={t('postings.empty')}>{t('filter.emptyBody')}</Empty>
        ) : (
          <>
            <Table
              caption={t('postings.title')}
              quietCaption
              rows={items}
              rowKey={({ id }) => id}
              columns={[
                {
                  head: t('postings.posting'),
                  main: true,
                  cell: ({ id, content }) => <a href={`/coordinator/postings/${id}`}>{say(content.title)}</a>,
                },
                { head: t('postings.company'), cell: ({ company }) => say(company.name) },
                {
                  head: t('postings.category'),
                  cell: ({ content }) =>
                    content.category === undefined ? '–' : names.category(content.category),
                },
                {
                  head: t('postings.seats'),
                  numeric: true,
                  cell: ({ content }) => (content.capacity === undefined ? '–' : f.number(content.capacity)),
                },
                { head: t('postings.state'), cell: (one) => <State of="posting" is={one.state} /> },
              ]}
            />
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

export default function Postings() {
  const t = useT('coordinator');
  const words = useT('shared');
  const [first, ...others] = states;
  return (
    <Page title={t('postings.title')} lead={t('postings.lead')} compact>
      <ChoiceLinks
        label={t('filter.state')}
        name="state"
        choices={[
          { value: '', label: words(`states.posting.${first}`) },
          ...others.map((value) => ({ value, label: words(`states.posting.${value}`) })),
          { value: 'all', label: t('filter.all') },
        ]}
      />
      <NeedsCycle>{(cycle) => <List cycleId={cycle.id} />}</NeedsCycle>
    </Page>
  );
}
