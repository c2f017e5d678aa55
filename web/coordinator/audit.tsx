import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { SearchBox } from '../components/filters.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { AuditSearch } from './audit-search.tsx';

type Entry = Result<'listAudit'>['items'][number];

/** `posting.approved` in words: what it was done to, and what. */
function useActionWords(): (action: string) => string {
  const t = useT('coordinator');
  const words = useT('trail');
  return (action) => {
    const [entity = '', verb = ''] = action.split('.');
    const what = words.maybe(`things.${entity}`) ?? entity;
    const done = words.maybe(`verbs.${verb}`) ?? verb;
    return t('audit.did', { what, done });
  };
}

/** An item is found by the last id that it names: an application by its posting. */
const lastId = (entity: string): string => entity.split(/[ /]/).at(-1) ?? entity;

/** Who has gone is called by the part that was played. */
function Gone(props: { former: NonNullable<Entry['former']> }) {
  const t = useT('rights');
  const { role, company } = props.former;
  return (
    <div>
      {t(`former.${role}`)} {company && <Bilingual of={company} />}
    </div>
  );
}

function Trail(props: { entries: readonly Entry[] }) {
  const t = useT('coordinator');
  const f = useFormat();
  const query = useQuery();
  const say = useActionWords();
  return (
    <Table
      caption={t('audit.title')}
      quietCaption
      rows={props.entries}
      rowKey={({ at, entity, version, action }) => `${at} ${entity} ${version} ${action}`}
      columns={[
        {
          head: t('audit.at'),
          main: true,
          cell: ({ at }) => <time dateTime={at}>{f.instant(at, ownZone())}</time>,
        },
        { head: t('audit.action'), cell: ({ action }) => say(action) },
        {
          head: t('audit.entity'),
          cell: ({ entity }) => (
            <a href={query.href({ entity: lastId(entity) })}>
              <code>{entity.slice(entity.indexOf(' ') + 1)}</code>
            </a>
          ),
        },
        {
          head: t('audit.by'),
          cell: ({ by, former }) => (
            <>
              {former && <Gone former={former} />}
              <a href={query.href({ by })}>
                <code>{by}</code>
              </a>
            </>
          ),
        },
        { head: t('audit.reason'), cell: ({ reason }) => reason ?? '–' },
      ]}
    />
  );
}

export default function Audit() {
  const t = useT('coordinator');
  const query = useQuery();
  const entity = query.one('entity');
  const list = useResource('listAudit', {
    query: {
      entity,
      by: query.one('by'),
      action: query.one('action'),
      from: query.one('from'),
      to: query.one('to'),
      cursor: query.one('cursor'),
      limit: 50,
    },
  });
  return (
    <Page title={t('audit.title')} lead={t('audit.lead')} compact>
      <SearchBox name="entity" label={t('audit.search')} hint={t('audit.searchHint')} />
      <AuditSearch key={query.one('by')} />
      {entity !== undefined && (
        <p>
          <a href={query.href({ entity: undefined })}>{t('audit.all')}</a>
        </p>
      )}
      <Loaded of={list} lines={10}>
        {({ items, next }) =>
          items.length === 0 && next === undefined ? (
            <Empty title={t('audit.empty')}>{t('audit.emptyBody')}</Empty>
          ) : (
            <>
              <Trail entries={items} />
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
