import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Figure } from '../components/facts.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { NeedsInvitation } from './needs-invitation.tsx';

type Counts = Result<'getReferralFigures'>;

const steps = [
  { stage: 'profile_complete', count: 'profileComplete' },
  { stage: 'applied', count: 'applied' },
  { stage: 'matched', count: 'matched' },
  { stage: 'placed', count: 'placed' },
  { stage: 'completed', count: 'completed' },
] as const;

function Steps(props: { of: Counts }) {
  const t = useT('referrer');
  const f = useFormat();
  const { of } = props;
  return (
    <>
      <Table
        caption={t('figures.caption')}
        tight
        rows={steps}
        rowKey={({ stage }) => stage}
        columns={[
          { head: t('figures.step'), main: true, cell: ({ stage }) => t(`stages.${stage}`) },
          {
            head: t('figures.count'),
            numeric: true,
            cell: ({ count }) => {
              const found = of[count];
              return found === null ? <span class="muted">{t('figures.hidden')}</span> : f.number(found);
            },
          },
        ]}
      />
      <p class="muted">{t('figures.rule', { least: of.leastShown })}</p>
    </>
  );
}

function Numbers() {
  const t = useT('referrer');
  const f = useFormat();
  const figures = useResource('getReferralFigures');
  return (
    <Loaded of={figures} lines={6}>
      {(of) => (
        <>
          <div class="figures">
            <Figure value={f.number(of.invited)} label={t('figures.invited')} href="/referrer/invitations" />
            <Figure value={f.number(of.joined)} label={t('figures.joined')} />
          </div>
          {of.joined === 0 ? (
            <Empty title={t('figures.none')}>{t('figures.noneBody')}</Empty>
          ) : (
            <Steps of={of} />
          )}
        </>
      )}
    </Loaded>
  );
}

/** What became of a referrer's students, counted. */
export default function Figures() {
  const t = useT('referrer');
  return (
    <Page title={t('figures.title')} lead={t('figures.lead')} narrow>
      <NeedsInvitation>
        <Numbers />
      </NeedsInvitation>
    </Page>
  );
}
