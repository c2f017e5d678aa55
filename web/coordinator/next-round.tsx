import { useLocation } from '../shell/location.tsx';
import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Figure } from '../components/facts.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { type Cycle, useCurrentCycle } from '../shell/cycle.tsx';
import { NeedsCycle } from './needs-cycle.tsx';
import type { RoundTerms } from './round-terms.ts';
import { RoundTermsForm } from './round-terms-form.tsx';

type Preview = Result<'previewNextRound'>;

/** What the round would have, and what stands in its way. */
function What(props: { preview: Preview }) {
  const t = useT('supplementary');
  const f = useFormat();
  const say = useBilingual();
  const { seats, postings, students, obstacles } = props.preview;
  return (
    <Panel title={t('next.what')}>
      <div class="figures">
        <Figure value={f.number(seats)} label={t('next.seats')} />
        <Figure value={f.number(postings.length)} label={t('next.postings')} />
        <Figure value={f.number(students.free)} label={t('next.free')} detail={t('next.freeHint')} />
        <Figure value={f.number(students.holdsOffer)} label={t('next.holds')} />
        <Figure value={f.number(students.hasLeft)} label={t('next.left')} detail={t('next.leftHint')} />
      </div>
      {obstacles.map(({ code, message, count }) => (
        <Notice key={code} tone="warn">
          {t.maybe(`next.obstacles.${code}`, { count }) ?? message}
        </Notice>
      ))}
      <p>{t('next.announced')}</p>
      {postings.length > 0 && (
        <details>
          <summary>{t('next.list')}</summary>
          <Table
            caption={t('next.list')}
            quietCaption
            tight
            rows={postings}
            rowKey={({ id }) => id}
            columns={[
              {
                head: t('next.posting'),
                main: true,
                cell: ({ id, title }) => <a href={`/coordinator/postings/${id}`}>{say(title)}</a>,
              },
              { head: t('next.seats'), numeric: true, cell: (posting) => f.number(posting.seats) },
            ]}
          />
        </details>
      )}
    </Panel>
  );
}

function Opening(props: { cycle: Cycle; preview: Preview }) {
  const t = useT('supplementary');
  const call = useClient();
  const { route } = useLocation();
  const current = useCurrentCycle();
  const { cycle, preview } = props;
  const [asked, setAsked] = useState<RoundTerms>();
  const open = useAction(async (body: RoundTerms) => {
    const { id, version } = cycle;
    const round = await call('openNextRound', { params: { cycleId: id }, body, ifMatch: version });
    await current.reload();
    route(`/coordinator/rounds/${round.id}`);
  });
  const title = t('next.open', { number: preview.number });
  const run = async (terms: RoundTerms) => {
    await open.run(terms);
    setAsked(undefined);
  };
  return (
    <>
      <RoundTermsForm
        cycle={cycle}
        submit={title}
        pending={open.pending}
        problem={open.problem}
        onSave={setAsked}
      />
      <Confirm
        open={asked !== undefined}
        title={title}
        confirm={title}
        action={{ pending: open.pending }}
        onConfirm={() => asked !== undefined && void run(asked)}
        onClose={() => setAsked(undefined)}
      >
        <p>{t('next.announced')}</p>
        <p>{t('next.sure')}</p>
      </Confirm>
    </>
  );
}

function OfCycle(props: { cycle: Cycle }) {
  const preview = useResource('previewNextRound', { params: { cycleId: props.cycle.id } });
  return (
    <Loaded of={preview} lines={6}>
      {(read) => (
        <>
          <What preview={read} />
          {read.obstacles.length === 0 && <Opening cycle={props.cycle} preview={read} />}
        </>
      )}
    </Loaded>
  );
}

/** Opening one more round: what it will do first, then its windows with the nights they fall into. */
export default function NextRound() {
  const t = useT('supplementary');
  return (
    <Page title={t('next.title')} lead={t('next.lead')} back={{ href: '/coordinator/rounds' }} compact>
      <NeedsCycle>{(cycle) => <OfCycle cycle={cycle} />}</NeedsCycle>
    </Page>
  );
}
