import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Panel } from '../components/page.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import type { Posting } from './sections.ts';

type Move = 'submitted' | 'published' | 'paused' | 'closed' | 'withdrawn';

/** What a company can make a posting; the server's rule decides, this says which buttons to show. */
const moves: Readonly<Partial<Record<Posting['state'], readonly Move[]>>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['withdrawn'],
  changes_requested: ['submitted', 'withdrawn'],
  approved: ['published', 'withdrawn'],
  published: ['paused', 'closed', 'withdrawn'],
  paused: ['published', 'closed', 'withdrawn'],
};

const forward: readonly Move[] = ['submitted', 'published'];

/** What can be done with a posting now; each asks first and says what will happen. */
export function PostingMoves(props: { posting: Posting; set: (posting: Posting) => void }) {
  const t = useT('company');
  const call = useClient();
  const me = useMe();
  const { posting, set } = props;
  const [asked, setAsked] = useState<Move>();
  const move = useAction(async (to: Move, reason?: string) => {
    const { id, version } = posting;
    set(await call('movePosting', { params: { postingId: id }, body: { to, reason }, ifMatch: version }));
    setAsked(undefined);
  });
  const close = () => setAsked(undefined);
  const held = posting.pausedBy === 'coordinator';
  const possible = (moves[posting.state] ?? []).filter((to) => !(held && to === 'published'));
  const incomplete = posting.missing.length > 0;
  const unverified = me.company?.state !== 'verified';
  const republish = asked === 'published' && posting.state === 'paused';
  const said = asked === undefined ? undefined : republish ? 'resumed' : asked;
  // Students who applied are told why a posting goes away.
  const withReason = asked === 'withdrawn' && (posting.state === 'published' || posting.state === 'paused');
  if (possible.length === 0) return null;
  return (
    <Panel title={t('moves.title')}>
      {possible.includes('submitted') && incomplete && <p>{t('moves.incomplete')}</p>}
      {held && <p>{t('moves.held')}</p>}
      {unverified && possible.some((to) => forward.includes(to)) && <p>{t('moves.unverified')}</p>}
      <div class="row">
        {posting.state === 'draft' && (
          <ButtonLink kind="quiet" href={`/company/postings/${posting.id}/preview`}>
            {t('posting.preview')}
          </ButtonLink>
        )}
        {possible.map((to) => (
          <Button
            key={to}
            kind={forward.includes(to) ? 'primary' : to === 'withdrawn' ? 'danger' : 'quiet'}
            unavailable={forward.includes(to) && (unverified || incomplete)}
            onClick={() => setAsked(to)}
          >
            {t(`moves.${to === 'published' && posting.state === 'paused' ? 'resumed' : to}.do`)}
          </Button>
        ))}
      </div>
      {said !== undefined && (
        <Confirm
          open={!withReason}
          title={t(`moves.${said}.title`)}
          confirm={t(`moves.${said}.do`)}
          danger={said === 'withdrawn' || said === 'closed'}
          action={move}
          onConfirm={() => asked !== undefined && void move.run(asked)}
          onClose={close}
        >
          <p>{t(`moves.${said}.body`)}</p>
        </Confirm>
      )}
      <ReasonDialog
        open={withReason}
        title={t('moves.withdrawn.title')}
        label={t('moves.reason')}
        hint={t('moves.reasonHint')}
        submit={t('moves.withdrawn.do')}
        action={move}
        onSubmit={(reason) => void move.run('withdrawn', reason)}
        onClose={close}
      >
        <p>{t('moves.withdrawn.body')}</p>
      </ReasonDialog>
    </Panel>
  );
}
