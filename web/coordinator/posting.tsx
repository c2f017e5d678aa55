import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { orNoPage } from '../api/no-page.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { PostingAsSeen } from '../company/posting-as-seen.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { Decide } from './decide.tsx';
import { NextWaiting } from './next-waiting.tsx';

type Posting = Result<'getPosting'>;
type Decision = 'approved' | 'changes_requested' | 'paused' | 'published';

const decisions: Readonly<Partial<Record<Posting['state'], readonly Decision[]>>> = {
  submitted: ['approved', 'changes_requested'],
  published: ['paused'],
};

function DecideOn(props: { posting: Posting; set: (posting: Posting) => void }) {
  const t = useT('coordinator');
  const call = useClient();
  const { id, version, state, pausedBy } = props.posting;
  const held: readonly Decision[] = pausedBy === 'coordinator' ? ['published'] : [];
  const possible = [...(decisions[state] ?? []), ...held].map((to) => ({
    to,
    label: t(`posting.to.${to}`),
    favours: to === 'approved' || to === 'published',
    kind:
      to === 'approved' || to === 'published'
        ? ('primary' as const)
        : to === 'paused'
          ? ('danger' as const)
          : ('quiet' as const),
  }));
  return (
    <Decide
      possible={possible}
      means={t(state === 'paused' ? 'posting.resumeBody' : 'posting.approveBody')}
      reasonHint={t('posting.reasonHint')}
      move={async (to, reason) =>
        props.set(
          await call('movePosting', { params: { postingId: id }, body: { to, reason }, ifMatch: version }),
        )
      }
    />
  );
}

function NextPosting(props: { after: Posting }) {
  const say = useBilingual();
  const { id: after, cycleId } = props.after;
  const list = useResource('listCyclePostings', {
    params: { cycleId },
    query: { state: 'submitted', limit: 200 },
  }).data;
  const others = list?.items.filter(({ id }) => id !== after) ?? [];
  // In the order of the list, from the one decided on: what was passed over stays so.
  const next = others.find(({ id }) => id > after) ?? others[0];
  return list === undefined ? null : (
    <NextWaiting next={next && { href: `/coordinator/postings/${next.id}`, name: say(next.content.title) }} />
  );
}

export default function PostingPage() {
  const t = useT('coordinator');
  const say = useBilingual();
  const postingId = useParam('postingId');
  const posting = orNoPage(useResource('getPosting', { params: { postingId } }));
  const { data } = posting;
  const [decided, setDecided] = useState<string>();
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
              <a href={`/coordinator/postings/${postingId}/outcomes`}>{t('posting.outcomes')}</a>
              <a href={`/coordinator/audit?entity=${postingId}`}>{t('audit.ofThis')}</a>
            </p>
            {decided === read.id && <NextPosting after={read} />}
            <DecideOn
              posting={read}
              set={(moved) => {
                posting.set(moved);
                setDecided(read.state === 'submitted' ? moved.id : undefined);
              }}
            />
            <Panel title={t('posting.asSeen')}>
              <PostingAsSeen posting={read} />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}
