import { useResource } from '../api/use-resource.ts';
import { ChoiceLinks } from '../components/choice-links.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { companyName, oldestFirst, waitsSince } from './company-name.ts';
import { Find, FoundMany, FoundNone, rowsShown } from './find.tsx';

const states = ['submitted', 'needs_info', 'verified', 'suspended', 'rejected', 'draft'] as const;

export default function Companies() {
  const t = useT('coordinator');
  const words = useT('shared');
  const company = useT('company');
  const f = useFormat();
  const query = useQuery();
  const q = query.one('q');
  // Words find companies in any state. Without them, what waits for a decision is what this page is opened for.
  const asked = q === undefined ? (query.one('state') ?? 'submitted') : undefined;
  const state = states.find((one) => one === asked);
  const proposed = asked === 'changes' ? 'true' : undefined;
  const list = useResource('listCompanies', {
    query: { q, state, proposed, cursor: query.one('cursor'), limit: rowsShown },
  });
  const [first, ...others] = states;
  return (
    <Page title={t('companies.title')} lead={t('companies.lead')} compact>
      <Find label={t('companies.search')} hint={t('companies.searchHint')} />
      {q === undefined && (
        <ChoiceLinks
          label={t('filter.state')}
          name="state"
          choices={[
            { value: '', label: words(`states.company.${first}`) },
            ...others.map((value) => ({ value, label: words(`states.company.${value}`) })),
            { value: 'changes', label: t('company.change.tab') },
            { value: 'all', label: t('filter.all') },
          ]}
        />
      )}
      <Loaded of={list} lines={8}>
        {({ items, next }) =>
          items.length === 0 ? (
            q === undefined ? (
              <Empty title={t('companies.empty')}>{t('filter.emptyBody')}</Empty>
            ) : (
              <FoundNone />
            )
          ) : (
            <>
              <Table
                caption={t('companies.title')}
                quietCaption
                rows={oldestFirst(items)}
                rowKey={({ id }) => id}
                columns={[
                  {
                    head: t('companies.name'),
                    main: true,
                    cell: (one) => <a href={`/coordinator/companies/${one.id}`}>{companyName(one)}</a>,
                  },
                  {
                    head: t('companies.registration'),
                    cell: ({ content }) => (
                      <code>
                        {content.registration?.kind === 'cn'
                          ? content.registration.code
                          : (content.registration?.number ?? '–')}
                      </code>
                    ),
                  },
                  {
                    head: t('companies.industry'),
                    cell: ({ content }) =>
                      content.industry === undefined ? '–' : company(`industries.${content.industry}`),
                  },
                  {
                    head: t(state === 'submitted' ? 'companies.submitted' : 'companies.since'),
                    cell: (one) => (
                      <>
                        {f.day(waitsSince(one), ownZone())}{' '}
                        <span class="muted">{f.relative(waitsSince(one), Date.now())}</span>
                      </>
                    ),
                  },
                  { head: t('companies.state'), cell: (one) => <State of="company" is={one.state} /> },
                ]}
              />
              {q === undefined ? <Pager next={next} /> : <FoundMany count={items.length} />}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
