import type { Result } from '../api/types.ts';
import { type Resource, useResource } from '../api/use-resource.ts';
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
import { AskRelease } from './ask-release.tsx';
import { NeedsCompany } from './needs-company.tsx';
import { offerStateOf } from './offer-state.ts';
import { CompanyOpenSeats } from './open-seats.tsx';

type Posting = Result<'listCompanyPostings'>['items'][number];
type Offers = Resource<Result<'listCompanyOffers'>>;

function OfPosting(props: { posting: Posting; round: PublicRound; offers: Offers; current: boolean }) {
  const t = useT('company');
  const say = useBilingual();
  const { posting, round } = props;
  const roundId = round.id;
  const result = useResource('getPostingResult', { params: { roundId, postingId: posting.id } });
  // A supplementary round concerns the postings that had seats in it.
  if (round.kind === 'supplementary' && result.data?.seats === 0) return null;
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
                    cell: ({ email }) =>
                      email === undefined ? (
                        <span class="muted">{t('results.emailOver')}</span>
                      ) : (
                        <a href={`mailto:${email}`}>{email}</a>
                      ),
                  },
                  {
                    head: t('results.offer'),
                    cell: ({ offerState, studentId }) => {
                      const offer = props.offers.data?.items.find(
                        (one) => one.roundId === roundId && one.studentId === studentId,
                      );
                      return (
                        <div class="row">
                          <State of="offer" is={offerStateOf(offerState)} />
                          {offer !== undefined && props.current && (
                            <AskRelease offer={offer} onAsked={() => void props.offers.reload()} />
                          )}
                        </div>
                      );
                    },
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

function OfRound(props: {
  round: PublicRound;
  postings: readonly Posting[];
  offers: Offers;
  current: boolean;
  now: number;
}) {
  const t = useT('company');
  const more = useT('supplementary');
  const { round } = props;
  return (
    <>
      <h2>{more(`round.${round.kind}`, { number: round.number })}</h2>
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
        <OfPosting
          key={posting.id}
          posting={posting}
          round={round}
          offers={props.offers}
          current={props.current}
        />
      ))}
    </>
  );
}

/** The published rounds of one cycle, newest first; of an older cycle without any, nothing. */
function OfCycle(props: {
  companyId: string;
  cycleId: string;
  postings: readonly Posting[];
  offers: Offers;
  now: number;
}) {
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
        const open = items.find(({ kind, state }) => kind === 'supplementary' && state === 'open');
        if (published.length === 0)
          return current ? <Empty title={t('results.empty')}>{t('results.emptyBody')}</Empty> : null;
        return (
          <>
            <p class="strong">{cycle === undefined ? '' : say(cycle.name)}</p>
            {current && open !== undefined && (
              <CompanyOpenSeats companyId={props.companyId} round={open} now={props.now} />
            )}
            {published.map((round) => (
              <OfRound
                key={round.id}
                round={round}
                postings={postings}
                offers={props.offers}
                current={current}
                now={props.now}
              />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

function OfCompany(props: { companyId: string; now: number }) {
  const t = useT('company');
  const offers = useResource('listCompanyOffers', {
    params: { companyId: props.companyId },
    query: { limit: 200 },
  });
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
          <OfCycle
            key={cycleId}
            companyId={props.companyId}
            cycleId={cycleId}
            postings={items}
            offers={offers}
            now={props.now}
          />
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
