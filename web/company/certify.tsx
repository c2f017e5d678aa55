import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Receipt } from '../components/receipt.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useOwnCycle } from '../shell/own-time.ts';
import { OrderInWords } from './order-in-words.tsx';
import { useUnnamed } from './use-outcome.ts';

type RankList = Result<'getPostingRankList'>;

/**
 * Certifying is a step of its own: it says in words what will count. `saved` resolves when the order that is shown is
 * the one that is stored, so that it is this one that counts.
 */
export function Certify(props: {
  list: RankList;
  set: (list: RankList) => void;
  saved: () => Promise<boolean>;
}) {
  const t = useT('company');
  const say = useBilingual();
  const call = useClient();
  const cycle = useOwnCycle('ranking');
  const { list, set } = props;
  const [asking, setAsking] = useState(false);
  const certify = useAction(async () => {
    const { roundId, postingId, version } = list;
    set(await call('certifyPostingRankList', { params: { roundId, postingId }, ifMatch: version }));
    setAsking(false);
  });
  const unnamed = useUnnamed();
  const nameOf = (id: string) =>
    say(list.options.find((option) => option.id === id)?.title ?? {}) || unnamed(id);
  const inPhase = cycle?.phase === 'ranking';
  const counts = list.certified;
  // After the match the applicants are no longer live, and their names no longer come with the list.
  const named = counts?.flat().every((id) => list.options.some((option) => option.id === id)) === true;
  return (
    <Panel title={t('certify.title')}>
      {counts === undefined ? (
        <p>{t('certify.never')}</p>
      ) : (
        <>
          <Notice tone={list.state === 'draft' ? 'warn' : 'good'}>
            {t(list.state === 'draft' ? 'certify.older' : 'certify.done')}
          </Notice>
          <Receipt of={list} heading="h3">
            {named ? (
              <OrderInWords order={counts} nameOf={nameOf} />
            ) : (
              <p>{t('certify.count', { count: counts.flat().length })}</p>
            )}
          </Receipt>
        </>
      )}
      {!inPhase && list.state !== 'locked' && <p class="muted">{t('certify.notYet')}</p>}
      {inPhase && list.state === 'draft' && (
        <Button onClick={() => void props.saved().then((isSaved) => setAsking(isSaved))}>
          {t('certify.do')}
        </Button>
      )}
      <Confirm
        open={asking}
        title={t('certify.ask')}
        confirm={t('certify.do')}
        action={certify}
        onConfirm={() => void certify.run()}
        onClose={() => setAsking(false)}
      >
        <p>{t('certify.askBody', { count: list.choices.flat().length, seats: list.capacity })}</p>
        <OrderInWords order={list.choices} nameOf={nameOf} />
      </Confirm>
    </Panel>
  );
}
