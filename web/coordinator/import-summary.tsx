import { Figure } from '../components/facts.tsx';
import { Panel } from '../components/page.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import type { Import } from './import.tsx';
import { useImportWords } from './import-words.ts';

/** What the check found: how many rows are good, and how often each kind of problem occurs. */
export function ImportSummary(props: { found: Import }) {
  const t = useT('coordinator');
  const f = useFormat();
  const query = useQuery();
  const words = useImportWords();
  const { counts, problems } = props.found;
  const figure = (kind: 'ready' | 'problem' | 'duplicate' | 'imported') => (
    <Figure value={f.number(counts[kind])} label={t(`rows.${kind}`)} href={query.href({ status: kind })} />
  );
  return (
    <Panel title={t('import.found')}>
      <div class="figures">
        <Figure value={f.number(counts.rows)} label={t('rows.all')} href={query.href({ status: '' })} />
        {figure('ready')}
        {figure('problem')}
        {figure('duplicate')}
        {counts.imported > 0 && figure('imported')}
      </div>
      {problems.length > 0 && (
        <Table
          caption={t('import.kinds')}
          rows={problems}
          rowKey={({ field, reason }) => `${field} ${reason}`}
          columns={[
            { head: t('rows.field'), main: true, cell: ({ field }) => words.field(field) },
            { head: t('rows.reason'), cell: ({ reason }) => words.reason(reason) },
            { head: t('rows.count'), numeric: true, cell: ({ rows }) => f.number(rows) },
          ]}
        />
      )}
    </Panel>
  );
}
