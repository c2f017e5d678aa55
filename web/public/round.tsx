import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import type { Result } from '../api/types.ts';
import { DateTime } from '../components/date-time.tsx';
import { CopyText, FactList } from '../components/facts.tsx';
import { Histogram } from '../components/histogram.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { ReducedRound } from '../components/reduced-round.tsx';
import { State } from '../components/status.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { RoundCheck } from './round-check.tsx';

type PublicRound = Result<'getPublicRound'>;

function Proof(props: { round: PublicRound }) {
  const t = useT('match');
  const f = useFormat();
  const reduced = useT('reduced');
  const shown = (count: number | undefined): string =>
    count === undefined ? t('round.few') : f.number(count);
  const { snapshot, result, frozenAt, publishedAt, seed, seedSha256, reducedAt } = props.round;
  return (
    <>
      {reducedAt !== undefined && <ReducedRound since={reducedAt} to="body" />}
      {result === undefined ? (
        <Notice tone="info">{t(snapshot === undefined ? 'round.notFrozen' : 'round.notPublished')}</Notice>
      ) : result.blockingPairs === 0 && result.violations.length === 0 ? (
        <Notice tone="good" title={t('round.stable')}>
          {t('round.stableBody')}
        </Notice>
      ) : (
        <Notice tone="bad">{t('round.notStable')}</Notice>
      )}
      {snapshot !== undefined && (
        <Panel title={t('round.input')}>
          <FactList
            of={[
              [t('round.frozenAt'), frozenAt !== undefined && <DateTime at={frozenAt} />],
              [t('round.students'), shown(snapshot.students)],
              [t('round.postings'), f.number(snapshot.postings)],
              [t('round.seats'), f.number(snapshot.seats)],
              [t('round.hash'), <CopyText text={snapshot.sha256} label={t('round.hash')} />],
            ]}
          />
        </Panel>
      )}
      {result !== undefined && (
        <Panel title={t('round.result')}>
          <FactList
            of={[
              [t('round.publishedAt'), publishedAt !== undefined && <DateTime at={publishedAt} />],
              [t('round.matched'), shown(result.matched)],
              [t('round.unmatched'), shown(result.unmatched)],
              [t('round.open'), shown(result.unfilledSeats)],
              [t('round.pairs'), f.number(result.blockingPairs)],
              [t('round.engine'), <code>{result.engine}</code>],
              [t('round.resultHash'), <CopyText text={result.sha256} label={t('round.resultHash')} />],
            ]}
          />
          {Object.keys(result.histogram).length > 0 && (
            <Histogram
              title={t('round.histogram')}
              bins={Object.entries(result.histogram)
                .toSorted(([a], [b]) => Number(a) - Number(b))
                .map(([place, count]) => ({ label: t('round.place', { place }), count }))}
            />
          )}
          <p class="muted">{t('round.fewBody')}</p>
        </Panel>
      )}
      {seedSha256 !== undefined && (
        <Panel title={t('round.lottery')}>
          <p>{t('round.lotteryBody')}</p>
          <FactList
            of={[
              [t('round.seedHash'), <CopyText text={seedSha256} label={t('round.seedHash')} />],
              [
                t('round.seed'),
                reducedAt !== undefined ? (
                  reduced('seed')
                ) : seed === undefined ? (
                  t('round.seedLater')
                ) : (
                  <CopyText text={seed} label={t('round.seed')} />
                ),
              ],
            ]}
          />
        </Panel>
      )}
      {result !== undefined && (
        <Panel title={t('round.howTo')}>
          <p>{t('round.howToBody')}</p>
          <pre>
            {
              'npm run --silent match -- snapshot.json > again.json\nnpm run --silent verify -- snapshot.json result.json'
            }
          </pre>
        </Panel>
      )}
      {snapshot !== undefined && result !== undefined && (
        <RoundCheck
          snapshot={snapshot.sha256}
          result={result.sha256}
          lead={reducedAt === undefined ? t('check.lead') : reduced('check')}
        />
      )}
    </>
  );
}

/** The public proof of a round: the plain answer first, then the hashes and a way to check files against them. */
export default function RoundPage() {
  const t = useT('match');
  const roundId = useParam('roundId');
  const round = orNoPage(useResource('getPublicRound', { params: { roundId } }));
  return (
    <Page
      title={t('round.title')}
      lead={t('round.lead')}
      actions={round.data !== undefined && <State of="round" is={round.data.state} />}
      back={{ href: '/how', label: t('how.title') }}
    >
      <Loaded of={round} lines={6}>
        {(data) => <Proof round={data} />}
      </Loaded>
    </Page>
  );
}
