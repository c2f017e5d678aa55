import { useResource } from '../api/use-resource.ts';
import { ButtonLink } from '../components/link.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { useAnew } from '../components/use-anew.ts';
import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { RankListEditor } from './rank-list-editor.tsx';
import { RankListFixed } from './rank-list-fixed.tsx';
import { useQuery } from '../shell/place.tsx';
import { RoundChoice } from './round-choice.tsx';
import { canRank, roundToRank, useRounds } from './rounds.ts';
import { WithCycle } from './with-cycle.tsx';

function OfRound(props: { roundId: string; open: boolean; cycle: Cycle; now: number }) {
  const t = useT('student');
  const list = useResource('getMyRankList', { params: { roundId: props.roundId } });
  const [key, anew] = useAnew(list.data?.version ?? 0, list.reload);
  return (
    <Loaded of={list}>
      {(data) => {
        if (data.state === 'locked' || !props.open) return <RankListFixed list={data} />;
        if (data.options.length === 0)
          return (
            <Empty
              title={t('rankList.none')}
              action={<ButtonLink href="/student/for-you">{t('rankList.find')}</ButtonLink>}
            >
              {t('rankList.noneBody')}
            </Empty>
          );
        return (
          <RankListEditor
            key={`${props.roundId} ${key}`}
            list={data}
            cycle={props.cycle}
            now={props.now}
            onSaved={list.set}
            reload={list.reload}
            onStale={anew}
          />
        );
      }}
    </Loaded>
  );
}

export default function RankList() {
  const t = useT('student');
  const now = Date.now();
  const asked = useQuery().one('round');
  const rounds = useRounds();
  return (
    <Page title={t('rankList.title')} lead={t('rankList.lead')} narrow>
      <WithCycle>
        {(cycle) => (
          <Loaded of={rounds}>
            {(data) => {
              const chosen = data.items.find(({ id }) => id === asked);
              const round = chosen ?? roundToRank(data);
              if (round === undefined) return <Notice tone="info">{t('rankList.noneBody')}</Notice>;
              const open = round.state === 'open' && canRank(cycle.phase);
              return (
                <>
                  <RoundChoice rounds={data} shown={round} />
                  <OfRound key={round.id} roundId={round.id} open={open} cycle={cycle} now={now} />
                </>
              );
            }}
          </Loaded>
        )}
      </WithCycle>
      <Panel title={t('rankList.honestTitle')}>
        <p>{t('rankList.honest')}</p>
        <p>
          <a href="/how">{t('rankList.how')}</a>
        </p>
      </Panel>
    </Page>
  );
}
