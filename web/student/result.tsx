import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { DateTime } from '../components/date-time.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { OfferPanel } from './result-offer.tsx';
import type { Offer } from './result-offer.tsx';
import { WhyEachChoice } from './result-why.tsx';
import { canRank, publishedRounds, roundToRank, useRounds } from './rounds.ts';
import type { PublicRound, Rounds } from './rounds.ts';
import { WithCycle } from './with-cycle.tsx';

/** Who gave a place up of their own accord takes part in no further round. */
const hasLeft = ({ state, askedBy }: Offer): boolean =>
  state === 'declined' || state === 'expired' || (state === 'waived' && askedBy !== 'company');

/** What is open after a result: the main way on. */
function Next(props: {
  matched: boolean;
  offer: Offer | undefined;
  rounds: Rounds;
  cycle: Cycle;
  now: number;
}) {
  const t = useT('student');
  const more = useT('supplementary');
  const f = useFormat();
  const { offer, cycle } = props;
  const supplementary = cycle.windows.supplementary;
  const open = canRank(cycle.phase) && roundToRank(props.rounds)?.state === 'open';
  const { startsOn, endsOn } = offer?.posting.content ?? {};
  if (offer?.state === 'pending') return <p>{t('result.next.answer')}</p>;
  if (offer?.state === 'accepted')
    return startsOn === undefined || endsOn === undefined ? null : (
      <p>{t('result.next.placement', { from: f.day(startsOn), to: f.day(endsOn) })}</p>
    );
  if (!open && Date.parse(supplementary.to) < props.now) return <p>{t('result.next.none')}</p>;
  if (offer !== undefined && hasLeft(offer)) return <p>{more('seats.has_left')}</p>;
  return (
    <>
      <p>{t('result.next.supplementary')}</p>
      <p>
        {t('result.next.supplementaryWhen')} <DateTime at={supplementary.from} now={props.now} />
      </p>
      <p class="row">
        {open && <ButtonLink href="/student/rank-list">{t('result.next.toRankList')}</ButtonLink>}
        <ButtonLink href="/student/open-seats" kind={open ? 'quiet' : 'primary'}>
          {t('result.next.postings')}
        </ButtonLink>
      </p>
    </>
  );
}

function OfRound(props: { round: PublicRound; rounds: Rounds; cycle: Cycle; now: number }) {
  const t = useT('student');
  const say = useBilingual();
  const { round, now } = props;
  const result = useResource('getMyResult', { params: { roundId: round.id } });
  const offers = useResource('listMyOffers', { query: { limit: 200 } });
  return (
    <Loaded of={result} lines={6}>
      {(data) => {
        const offer = offers.data?.items.find(({ roundId }) => roundId === round.id);
        const assigned = data.choices.find(({ reason }) => reason === 'assigned');
        const took = data.choices.length > 0;
        return (
          <>
            <div class={data.matched ? 'outcome matched' : 'outcome'}>
              <h2>
                {assigned !== undefined
                  ? t('result.matchedTitle', { title: say(assigned.title) })
                  : t(took ? 'result.unmatchedTitle' : 'result.outTitle')}
              </h2>
              <p>
                {assigned !== undefined
                  ? t('result.matchedLead', {
                      company: offer === undefined ? '' : say(offer.posting.company.name),
                      place: assigned.place,
                    })
                  : t(took ? 'result.unmatchedLead' : 'result.outLead')}
              </p>
              {round.publishedAt !== undefined && (
                <p class="muted">
                  {t('result.published')} <DateTime at={round.publishedAt} />
                </p>
              )}
            </div>
            {offer !== undefined && (
              <OfferPanel offer={offer} now={now} onAnswered={() => void offers.reload()} />
            )}
            {took && <WhyEachChoice choices={data.choices} />}
            <Panel title={t('result.nextTitle')}>
              <Next {...props} matched={data.matched} offer={offer} />
            </Panel>
            <Panel title={t('result.verify')} plain>
              <p>{t('result.verifyBody')}</p>
              <p>
                <a href={`/rounds/${round.id}`}>{t('result.verify')}</a>
              </p>
            </Panel>
          </>
        );
      }}
    </Loaded>
  );
}

/** The result of the latest published round, or of the one in the address; before that, when it will be published. */
export default function ResultPage() {
  const t = useT('student');
  const now = Date.now();
  const query = useQuery();
  const rounds = useRounds();
  return (
    <Page title={t('result.title')} narrow>
      <WithCycle>
        {(cycle) => (
          <Loaded of={rounds}>
            {(data) => {
              const published = publishedRounds(data);
              const shown = published.find(({ id }) => id === query.one('round')) ?? published[0];
              if (shown === undefined)
                return (
                  <Empty title={t('result.notYet')}>
                    <p>
                      {t('result.notYetBody')} <DateTime at={cycle.windows.confirming.from} now={now} />
                    </p>
                  </Empty>
                );
              const others = published.filter(({ id }) => id !== shown.id);
              return (
                <>
                  <OfRound key={shown.id} round={shown} rounds={data} cycle={cycle} now={now} />
                  {others.length > 0 && (
                    <Panel title={t('result.earlier')} plain>
                      <ul>
                        {others.map(({ id, kind, number }) => (
                          <li key={id}>
                            <a href={`/student/result?round=${id}`}>
                              {t(`result.round.${kind}`, { number })}
                            </a>
                          </li>
                        ))}
                      </ul>
                    </Panel>
                  )}
                </>
              );
            }}
          </Loaded>
        )}
      </WithCycle>
    </Page>
  );
}
