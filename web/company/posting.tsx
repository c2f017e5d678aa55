import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { TaskList } from '../components/task-list.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { PostingMoves } from './posting-moves.tsx';
import { isMissing, isOpen, sectionNames } from './sections.ts';
import type { Posting } from './sections.ts';

function Sections(props: { posting: Posting }) {
  const t = useT('company');
  const { posting } = props;
  const tasks = sectionNames.map((name) => {
    const missing = isMissing(name, posting.missing);
    return {
      title: t(`sections.${name}`),
      hint: t(`sections.${name}Hint`),
      state: missing ? ('todo' as const) : ('done' as const),
      ...(isOpen(name, posting.state) && { href: `/company/postings/${posting.id}/edit/${name}` }),
    };
  });
  return (
    <Panel title={t('posting.parts')}>
      {!isOpen('basics', posting.state) && (
        <p class="muted">{t(isOpen('seats', posting.state) ? 'posting.partlyFixed' : 'posting.fixed')}</p>
      )}
      <TaskList tasks={tasks} />
    </Panel>
  );
}

function Ways(props: { posting: Posting }) {
  const t = useT('company');
  const interview = useT('interview');
  const at = `/company/postings/${props.posting.id}`;
  const count = props.posting.applications ?? 0;
  return (
    <ul class="row plain-list">
      <li>
        <a href={`${at}/preview`}>{t('posting.preview')}</a>
      </li>
      <li>
        <a href={`${at}/applicants`}>{t('posting.applicants', { count })}</a>
      </li>
      <li>
        <a href={`${at}/interviews`}>{interview('times')}</a>
      </li>
      <li>
        <a href={`${at}/rank-list`}>{t('posting.rankList')}</a>
      </li>
      <li>
        <a href="/company/postings/seats">{t('seats.way')}</a>
      </li>
    </ul>
  );
}

export default function PostingPage() {
  const t = useT('company');
  const say = useBilingual();
  const posting = orNoPage(useResource('getPosting', { params: { postingId: useParam('postingId') } }));
  const { data } = posting;
  return (
    <Page
      title={data === undefined ? t('posting.title') : say(data.content.title)}
      back={{ href: '/company/postings', label: t('postings.title') }}
      actions={data !== undefined && <State of="posting" is={data.state} />}
    >
      <Loaded of={posting} lines={8}>
        {(read) => (
          <>
            {read.reason !== undefined && (
              <Notice tone="warn" title={t('posting.reason')}>
                {read.reason}
              </Notice>
            )}
            {read.state !== 'draft' && <Ways posting={read} />}
            <Sections posting={read} />
            <PostingMoves posting={read} set={posting.set} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
