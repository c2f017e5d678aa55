import type { Part } from '../../matching/ranking/part.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { Criterion } from './fit-parts.tsx';
import { factSentence } from './fit-words.ts';
import { Table } from './table.tsx';
import { useNames } from './taxonomy.ts';

/** What a bar of fit shows, for those who would rather read it or cannot see it. */
export function FitTable({ parts }: { parts: readonly Part[] }) {
  const t = useT('shared');
  const f = useFormat();
  const names = useNames();
  const points = (value: number) => f.number(value * 100, 0);
  return (
    <details class="legend">
      <summary>{t('fit.table')}</summary>
      <Table
        caption={t('fit.table')}
        quietCaption
        rows={parts}
        rowKey={({ criterion }) => criterion}
        columns={[
          {
            head: t('fit.criterion'),
            main: true,
            cell: ({ criterion }) => <Criterion is={criterion} />,
          },
          {
            head: t('fit.points'),
            cell: (part) => t('fit.sum', { points: points(part.points), total: points(part.weight) }),
          },
          { head: t('fit.facts.title'), cell: ({ facts }) => factSentence(facts, { t, f, names }) },
        ]}
      />
    </details>
  );
}
