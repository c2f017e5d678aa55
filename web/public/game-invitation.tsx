import { OnDemand } from '../components/on-demand.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { LazyPart } from '../shell/route.ts';
import { firstLists } from './small-lists.ts';
import { SmallTables } from './small-tables.tsx';

const game: LazyPart = { load: () => import('./small-game.tsx') };

/** The game brings the whole match engine, so it comes only to whoever wants to play; all others see how it begins. */
export function GameInvitation() {
  const t = useT('match');
  return (
    <Panel title={t('play.title')}>
      <p>{t('play.lead')}</p>
      <OnDemand part={game} begin={t('play.begin')}>
        <SmallTables lists={firstLists} />
      </OnDemand>
    </Panel>
  );
}
