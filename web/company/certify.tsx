import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useCurrentCycle } from '../shell/cycle.tsx';

type RankList = Result<'getPostingRankList'>;

/** Certifying is a step of its own: it says in words what will count. */
export function Certify(props: { list: RankList; set: (list: RankList) => void }) {
  const t = useT('company');
  const say = useBilingual();
  const call = useClient();
  const cycle = useCurrentCycle().data;
  const { list, set } = props;
  const [asking, setAsking] = useState(false);
  const certify = useAction(async () => {
    const { roundId, postingId, version } = list;
    set(await call('certifyPostingRankList', { params: { roundId, postingId }, ifMatch: version }));
    setAsking(false);
  });
  const nameOf = (id: string) => say(list.options.find((option) => option.id === id)?.title ?? {}) || id;
  const inPhase = cycle?.phase === 'ranking';
  const counts = list.certified;
  // After the match the applicants are no longer live, and their names no longer come with the list.
  const named = counts?.every((id) => list.options.some((option) => option.id === id)) === true;
  return (
    <Panel title={t('certify.title')}>
      {counts === undefined ? (
        <p>{t('certify.never')}</p>
      ) : (
        <Notice tone={list.state === 'draft' ? 'warn' : 'good'}>
          <p>
            {t(list.state === 'draft' ? 'certify.older' : 'certify.done')}{' '}
            {list.certifiedAt !== undefined && <DateTime at={list.certifiedAt} />}
          </p>
          {named ? (
            <ol>
              {counts.map((id) => (
                <li key={id}>{nameOf(id)}</li>
              ))}
            </ol>
          ) : (
            <p>{t('certify.count', { count: counts.length })}</p>
          )}
        </Notice>
      )}
      {!inPhase && list.state !== 'locked' && <p class="muted">{t('certify.notYet')}</p>}
      {inPhase && list.state === 'draft' && (
        <Button onClick={() => setAsking(true)}>{t('certify.do')}</Button>
      )}
      <Confirm
        open={asking}
        title={t('certify.ask')}
        confirm={t('certify.do')}
        pending={certify.pending}
        problem={certify.problem}
        onConfirm={() => void certify.run()}
        onClose={() => {
          setAsking(false);
          certify.clear();
        }}
      >
        <p>{t('certify.askBody', { count: list.choices.length, seats: list.capacity })}</p>
        <ol>
          {list.choices.map((id) => (
            <li key={id}>{nameOf(id)}</li>
          ))}
        </ol>
      </Confirm>
    </Panel>
  );
}
