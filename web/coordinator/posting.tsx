import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { State } from '../components/status.tsx';
import { PostingAsSeen } from '../company/posting-as-seen.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';

type Posting = Result<'getPosting'>;
type Decision = 'approved' | 'changes_requested' | 'paused';

const decisions: Readonly<Partial<Record<Posting['state'], readonly Decision[]>>> = {
  submitted: ['approved', 'changes_requested'],
  published: ['paused'],
};

function Decide(props: { posting: Posting; set: (posting: Posting) => void }) {
  const t = useT('coordinator');
  const call = useClient();
  const { posting, set } = props;
  const [asked, setAsked] = useState<Decision>();
  const move = useAction(async (to: Decision, reason?: string) => {
    const { id, version } = posting;
    set(await call('movePosting', { params: { postingId: id }, body: { to, reason }, ifMatch: version }));
    setAsked(undefined);
  });
  const close = () => {
    setAsked(undefined);
    move.clear();
  };
  const possible = decisions[posting.state] ?? [];
  if (possible.length === 0) return null;
  return (
    <Panel title={t('company.decide')}>
      <div class="row">
        {possible.map((to) => (
          <Button
            key={to}
            kind={to === 'approved' ? 'primary' : to === 'paused' ? 'danger' : 'quiet'}
            onClick={() => setAsked(to)}
          >
            {t(`posting.to.${to}`)}
          </Button>
        ))}
      </div>
      <Confirm
        open={asked === 'approved'}
        title={t('posting.to.approved')}
        confirm={t('posting.to.approved')}
        pending={move.pending}
        problem={move.problem}
        onConfirm={() => void move.run('approved')}
        onClose={close}
      >
        <p>{t('posting.approveBody')}</p>
      </Confirm>
      <ReasonDialog
        open={asked === 'changes_requested' || asked === 'paused'}
        title={asked === undefined ? '' : t(`posting.to.${asked}`)}
        label={t('company.reason')}
        hint={t('posting.reasonHint')}
        submit={asked === undefined ? '' : t(`posting.to.${asked}`)}
        pending={move.pending}
        problem={move.problem}
        onSubmit={(reason) => asked !== undefined && void move.run(asked, reason)}
        onClose={close}
      />
    </Panel>
  );
}

export default function PostingPage() {
  const t = useT('coordinator');
  const say = useBilingual();
  const postingId = useParam('postingId');
  const posting = useResource('getPosting', { params: { postingId } });
  const { data } = posting;
  return (
    <Page
      title={data === undefined ? t('postings.title') : say(data.content.title)}
      back={{ href: '/coordinator/postings', label: t('postings.title') }}
      actions={data !== undefined && <State of="posting" is={data.state} />}
    >
      <Loaded of={posting} lines={8}>
        {(read) => (
          <>
            {read.reason !== undefined && (
              <Notice tone="warn" title={t('company.said')}>
                {read.reason}
              </Notice>
            )}
            <p class="row">
              <a href={`/coordinator/companies/${read.company.id}`}>{say(read.company.name)}</a>
              <span class="muted">{t('posting.applications', { count: read.applications ?? 0 })}</span>
              <a href={`/coordinator/audit?entity=${postingId}`}>{t('audit.ofThis')}</a>
            </p>
            <Decide posting={read} set={posting.set} />
            <Panel title={t('posting.asSeen')}>
              <PostingAsSeen posting={read} />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}
