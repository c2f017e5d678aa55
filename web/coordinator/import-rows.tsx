import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { ChoiceLinks } from '../components/choice-links.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import type { Import, Mapping } from './import.tsx';
import { useImportWords } from './import-words.ts';

type Row = Result<'listImportRows'>['items'][number];

const statuses = ['ready', 'problem', 'duplicate', 'imported', 'undone'] as const;
const tone = { ready: 'info', problem: 'bad', duplicate: 'warn', imported: 'good', undone: 'quiet' } as const;

/** The cell of the first column that one of the fields is read from. */
const cellOf = (row: Row, mapping: Mapping, fields: readonly Mapping[string][]): string => {
  const columns = fields.flatMap((field) =>
    Object.entries(mapping).flatMap(([column, mapped]) => (mapped === field ? [column] : [])),
  );
  return columns.map((column) => row.values[column] ?? '').find((cell) => cell !== '') ?? '–';
};

/** What became of a row, and why. */
function What(props: { row: Row }) {
  const t = useT('coordinator');
  const names = useNames();
  const words = useImportWords();
  const { row } = props;
  if (row.duplicateOf !== undefined && row.status === 'duplicate')
    return /^\d+$/.test(row.duplicateOf) ? (
      t('rows.repeatsRow', { row: row.duplicateOf })
    ) : (
      <a href={`/coordinator/postings/${row.duplicateOf}`}>{t('rows.repeatsPosting')}</a>
    );
  if (row.postingId !== undefined)
    return <a href={`/coordinator/postings/${row.postingId}`}>{t('rows.toPosting')}</a>;
  if (row.problems.length === 0)
    return row.suggestedCategory === undefined
      ? '–'
      : t('rows.suggested', { category: names.category(row.suggestedCategory) });
  return (
    <ul>
      {row.problems.map(({ column, field, reason, value }) => (
        <li key={column + field + reason}>
          <b>{column === '' ? words.field(field) : column}</b>{' '}
          {value !== undefined && <q class="muted">{value}</q>} {words.reason(reason)}
        </li>
      ))}
    </ul>
  );
}

/** The checked rows, paged, by what became of them. */
export function ImportRows(props: { found: Import }) {
  const t = useT('coordinator');
  const f = useFormat();
  const query = useQuery();
  const { id, mapping } = props.found;
  const asked = query.one('status');
  const status = statuses.find((one) => one === asked);
  const rows = useResource('listImportRows', {
    params: { importId: id },
    query: { status, cursor: query.one('cursor'), limit: 25 },
  });
  return (
    <Panel title={t('rows.title')}>
      <ChoiceLinks
        label={t('filter.state')}
        name="status"
        choices={[
          { value: '', label: t('rows.all') },
          ...statuses.map((value) => ({ value, label: t(`rows.${value}`) })),
        ]}
      />
      <Loaded of={rows} lines={6}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t('rows.empty')}>{t('filter.emptyBody')}</Empty>
          ) : (
            <>
              <Table
                caption={t('rows.title')}
                quietCaption
                rows={items}
                rowKey={({ row }) => String(row)}
                columns={[
                  {
                    head: t('rows.row'),
                    main: true,
                    cell: ({ row }) => (
                      <span class="nowrap">{t('rows.number', { number: f.number(row) })}</span>
                    ),
                  },
                  { head: t('rows.company'), cell: (row) => cellOf(row, mapping, ['company']) },
                  {
                    head: t('rows.posting'),
                    cell: (row) => cellOf(row, mapping, ['title', 'titleZh', 'titleEn']),
                  },
                  {
                    head: t('rows.status'),
                    cell: (row) => <Status tone={tone[row.status]}>{t(`rows.is.${row.status}`)}</Status>,
                  },
                  { head: t('rows.what'), cell: (row) => <What row={row} /> },
                ]}
              />
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
