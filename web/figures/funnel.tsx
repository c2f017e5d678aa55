import { useFormat, useT } from '../i18n/use-lang.tsx';
import { Table } from '../components/table.tsx';
import { Bars } from './bars.tsx';

export interface Step {
  label: string;
  count: number;
}

const shareOf = (steps: readonly Step[], at: number): number | undefined => {
  const before = steps[at - 1]?.count;
  return before === undefined || before === 0 ? undefined : (steps[at]?.count ?? 0) / before;
};

export function FunnelBars(props: { steps: readonly Step[]; label: string }) {
  const t = useT('statistics');
  const f = useFormat();
  const bars = props.steps.map((step, at) => {
    const share = shareOf(props.steps, at);
    return {
      ...step,
      detail: share === undefined ? undefined : t('funnel.ofBefore', { share: f.percent(share) }),
    };
  });
  return <Bars of={bars} label={props.label} />;
}

export function FunnelTable(props: { steps: readonly Step[]; label: string; counted: string }) {
  const t = useT('statistics');
  const f = useFormat();
  return (
    <Table
      caption={props.label}
      quietCaption
      tight
      rows={props.steps.map((step, at) => ({ ...step, share: shareOf(props.steps, at) }))}
      rowKey={({ label }) => label}
      columns={[
        { head: t('funnel.stage'), main: true, cell: ({ label }) => label },
        { head: props.counted, numeric: true, cell: ({ count }) => f.number(count) },
        {
          head: t('funnel.share'),
          numeric: true,
          cell: ({ share }) => (share === undefined ? '–' : f.percent(share)),
        },
      ]}
    />
  );
}
