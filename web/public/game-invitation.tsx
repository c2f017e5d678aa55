import { useState } from 'preact/hooks';
import { asProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import { Button } from '../components/button.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { bringPart, Later } from '../shell/later.tsx';
import type { LazyPart } from '../shell/route.ts';
import { firstLists } from './small-lists.ts';
import { SmallTables } from './small-tables.tsx';

const game: LazyPart = { load: () => import('./small-game.tsx') };

/** The game brings the whole match engine, so it comes only to whoever wants to play; all others see how it begins. */
export function GameInvitation() {
  const t = useT('match');
  const { lang } = useLang();
  const [stage, setStage] = useState<'waiting' | 'coming' | 'here'>('waiting');
  const [problem, setProblem] = useState<ApiProblem>();
  const begin = async () => {
    setStage('coming');
    try {
      await bringPart(game, lang);
      setStage('here');
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setStage('waiting');
    }
  };
  return (
    <Panel title={t('play.title')}>
      <p>{t('play.lead')}</p>
      {stage === 'here' ? (
        <Later part={game} />
      ) : (
        <>
          <SmallTables lists={firstLists} />
          <ProblemNotice problem={problem} />
          <p>
            <Button kind="quiet" pending={stage === 'coming'} onClick={() => void begin()}>
              {t('play.begin')}
            </Button>
          </p>
        </>
      )}
    </Panel>
  );
}
