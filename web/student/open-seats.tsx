import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { type Resource, useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { PostingCard } from '../public/posting-card.tsx';
import { currentRound } from '../shell/current-round.ts';
import { useCurrentCycle } from '../shell/cycle.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { useQuery } from '../shell/place.tsx';
import { type PublicRound, useRounds } from './rounds.ts';
import { canBeSentAgain } from './sent-again.ts';
import { type Standing, useStanding } from './standing.ts';
import { WithCycle } from './with-cycle.tsx';

type OpenSeats = Result<'listOpenSeats'>['items'][number];
type Applications = Result<'listMyApplications'>;
type Application = Applications['items'][number];

function Way(props: {
  open: OpenSeats;
  mine: Application | undefined;
  possible: boolean;
  onApplied: () => void;
}) {
  const t = useT('supplementary');
  const say = useBilingual();
  const call = useClient();
  const { open, mine } = props;
  const title = say(open.posting.content.title);
  const submit = useAction(async ({ id, version }: Application) => {
    const params = { applicationId: id };
    await call('moveApplication', { params, body: { to: 'submitted' }, ifMatch: version });
    props.onApplied();
  });
  if (mine === undefined)
    return props.possible ? (
      <a href={`/postings/${open.postingId}#apply`} aria-label={t('seats.applyOf', { title })}>
        {t('seats.apply')}
      </a>
    ) : null;
  if (props.possible && canBeSentAgain(mine.state))
    return (
      <>
        <p class="hint">{t('seats.againHint')}</p>
        <ProblemNotice problem={submit.problem} />
        <Button
          kind="quiet"
          label={t('seats.againOf', { title })}
          pending={submit.pending}
          onClick={() => void submit.run(mine)}
        >
          {t('seats.again')}
        </Button>
      </>
    );
  return (
    <>
      <State of="application" is={mine.state} />
      <a
        href={`/student/applications/${encodeURIComponent(mine.id)}`}
        aria-label={t('seats.toApplicationOf', { title })}
      >
        {t('seats.toApplication')}
      </a>
    </>
  );
}

function List(props: { round: PublicRound; possible: boolean; applications: Resource<Applications> }) {
  const t = useT('supplementary');
  const { round, applications } = props;
  const list = useResource('listOpenSeats', {
    params: { roundId: round.id },
    query: { cursor: useQuery().one('cursor'), limit: 50 },
  });
  return (
    <Loaded of={list} lines={8}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={t('seats.empty')} />
        ) : (
          <>
            {items.map((open) => (
              <PostingCard key={open.postingId} hit={{ posting: open.posting }}>
                <div class="row between">
                  <span class="strong">{t('seats.seats', { count: open.seats })}</span>
                  <Way
                    open={open}
                    mine={applications.data?.items.find(({ postingId }) => postingId === open.postingId)}
                    possible={props.possible}
                    onApplied={() => void applications.reload()}
                  />
                </div>
              </PostingCard>
            ))}
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

/** Whether the student takes part, and what is left of their applications. */
function Part(props: { standing: Standing; applications: Resource<Applications> }) {
  const t = useT('supplementary');
  const { standing, applications } = props;
  if (standing !== 'free') return <Notice tone="info">{t(`seats.${standing}`)}</Notice>;
  return <p>{applications.data !== undefined && t('seats.free', applications.data.quota)}</p>;
}

function OfRound(props: { round: PublicRound; stage: Cycle; now: number }) {
  const t = useT('supplementary');
  const { round, stage, now } = props;
  const standing = useStanding(useCurrentCycle().data);
  const applications = useResource('listMyApplications', { query: { limit: 200 } });
  const { to } = stage.windows.applying;
  const applying = stage.phase === 'applying' && Date.parse(to) > now;
  return (
    <>
      {standing !== undefined && <Part standing={standing} applications={applications} />}
      {applying ? (
        <p>
          {t('seats.until')} <DateTime at={to} now={now} />
        </p>
      ) : (
        <p>{t('seats.over')}</p>
      )}
      {standing === 'free' && (
        <p>
          <ButtonLink href="/student/rank-list" kind="quiet">
            {t('seats.toList')}
          </ButtonLink>
        </p>
      )}
      {round.opening === undefined ? (
        <Notice tone="info">{t('seats.counting')}</Notice>
      ) : (
        <List round={round} possible={applying && standing === 'free'} applications={applications} />
      )}
    </>
  );
}

/** The seats that a supplementary round has, each with the way to apply. */
export default function OpenSeatsPage() {
  const t = useT('supplementary');
  const now = Date.now();
  const rounds = useRounds();
  return (
    <Page title={t('seats.title')} lead={t('seats.lead')}>
      <WithCycle>
        {(stage) => (
          <Loaded of={rounds}>
            {({ items }) => {
              const round = currentRound(items);
              if (round === undefined || round.kind === 'main')
                return (
                  <Empty title={t('seats.noRound')}>
                    <p>
                      {t('seats.noRoundBody')} <DateTime at={stage.windows.supplementary.from} />
                    </p>
                  </Empty>
                );
              return <OfRound round={round} stage={stage} now={now} />;
            }}
          </Loaded>
        )}
      </WithCycle>
    </Page>
  );
}
