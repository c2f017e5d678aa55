import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import type { PublicRound } from '../shell/current-round.ts';
import { useCurrentCycle } from '../shell/cycle.tsx';
import { NeedsCompany } from './needs-company.tsx';
import { offerStateOf } from './offer-state.ts';

type Posting = Result<'listCompanyPostings'>['items'][number];

function OfPosting(props: { posting: Posting; roundId: string }) {
  const t = useT('company');
  const say = useBilingual();
  const { posting, roundId } = props;
  const result = useResource('getPostingResult', { params: { roundId, postingId: posting.id } });
  return (
    <Panel title={say(posting.content.title)}>
      <Loaded of={result}>
        {({ admitted, seats, unfilledSeats }) => (
          <>
            <p>
              {t('results.seats', { seats, admitted: admitted.length })}{' '}
              {unfilledSeats > 0 && t('results.unfilled', { count: unfilledSeats })}
            </p>
            {admitted.length > 0 && (
              <Table
                caption={t('results.caption')}
                quietCaption
                rows={admitted}
                rowKey={({ studentId }) => studentId}
                columns={[
                  { head: t('results.student'), main: true, cell: ({ name }) => name },
                  {
                    head: t('results.email'),
                    cell: ({ email }) => <a href={`mailto:${email}`}>{email}</a>,
                  },
                  {
                    head: t('results.offer'),
                    cell: ({ offerState }) => <State of="offer" is={offerStateOf(offerState)} />,
                  },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

function OfRound(props: { round: PublicRound; postings: readonly Posting[]; now: number }) {
  const t = useT('company');
  const { round } = props;
  return (
    <>
      {round.answerBy !== undefined && (
        <p>
          {t('results.answerBy')}{' '}
          {Date.parse(round.answerBy) > props.now ? (
            <DateTime at={round.answerBy} now={props.now} />
          ) : (
            <DateTime at={round.answerBy} />
          )}
        </p>
      )}
      {props.postings.map((posting) => (
        <OfPosting key={posting.id} posting={posting} roundId={round.id} />
      ))}
    </>
  );
}

/** The published rounds of one cycle, newest first; of an older cycle without any, nothing. */
function OfCycle(props: { cycleId: string; postings: readonly Posting[]; now: number }) {
  const t = useT('company');
  const say = useBilingual();
  const { cycleId } = props;
  const current = useCurrentCycle().data?.id === cycleId;
  const cycle = useResource('getCycle', { params: { cycleId } }).data;
  const rounds = useResource('listRounds', { params: { cycleId } });
  const postings = props.postings.filter(
    (posting) => posting.cycleId === cycleId && posting.publishedAt !== undefined,
  );
  return (
    <Loaded of={rounds}>
      {({ items }) => {
        const published = items
          .filter(({ state }) => state === 'published')
          .toSorted((one, other) => other.number - one.number);
        if (published.length === 0)
          return current ? <Empty title={t('results.empty')}>{t('results.emptyBody')}</Empty> : null;
        return (
          <>
            <p class="strong">{cycle === undefined ? '' : say(cycle.name)}</p>
            {published.map((round) => (
              <OfRound key={round.id} round={round} postings={postings} now={props.now} />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

function OfCompany(props: { companyId: string; now: number }) {
  const t = useT('company');
  const postings = useResource('listCompanyPostings', {
    params: { companyId: props.companyId },
    query: { limit: 200 },
  });
  return (
    <Loaded of={postings}>
      {({ items }) => {
        const cycles = [...new Set(items.map(({ cycleId }) => cycleId))];
        if (cycles.length === 0) return <Empty title={t('results.empty')}>{t('results.emptyBody')}</Empty>;
        return cycles.map((cycleId) => (
          <OfCycle key={cycleId} cycleId={cycleId} postings={items} now={props.now} />
        ));
      }}
    </Loaded>
  );
}

export default function Results() {
  const t = useT('company');
  const now = Date.now();
  const { company } = useMe();
  return (
    <Page title={t('results.title')} lead={t('results.lead')}>
      {company === undefined ? <NeedsCompany /> : <OfCompany companyId={company.id} now={now} />}
    </Page>
  );
}
