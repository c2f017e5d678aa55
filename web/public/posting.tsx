import { orNoPage } from '../api/no-page.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual, useBilingual } from '../components/bilingual.tsx';
import { Icon } from '../components/icon.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useParam } from '../shell/place.tsx';
import { Apply, ToApply } from './posting-apply.tsx';
import type { Posting } from './posting-content.ts';
import { PostingFacts } from './posting-facts.tsx';
import { FitPanel, HoursPanel } from './posting-fit.tsx';
import { SimilarPostings } from './posting-similar.tsx';
import { Star } from './star.tsx';

function Description(props: { posting: Posting }) {
  const t = useT('posting');
  const { description, tasks, learns } = props.posting.content;
  const parts = [
    ['one.description', description],
    ['one.tasks', tasks],
    ['one.learns', learns],
  ] as const;
  return (
    <>
      {parts.map(
        ([title, text]) =>
          text !== undefined && (
            <Panel key={title} title={t(title)} plain>
              <Bilingual of={text} block />
            </Panel>
          ),
      )}
    </>
  );
}

/** The student's own star, once it is known whether the posting is saved. */
function OwnStar(props: { postingId: string; name: string }) {
  const saved = useResource('listSavedPostings').data?.items;
  if (saved === undefined) return null;
  return <Star {...props} saved={saved.some(({ posting }) => posting.id === props.postingId)} />;
}

export default function PostingPage() {
  const t = useT('posting');
  const say = useBilingual();
  const now = Date.now();
  const postingId = useParam('postingId');
  const { visitor } = useSession();
  const posting = orNoPage(useResource('getPosting', { params: { postingId } }));
  const student = visitor.state === 'in' && visitor.me.role === 'student';
  const data = posting.data;
  return (
    <Page
      title={data === undefined ? t('one.title') : say(data.content.title)}
      back={{ href: '/postings', label: t('one.back') }}
      actions={
        data === undefined ? undefined : data.state === 'published' ? (
          <>
            {student && <OwnStar postingId={data.id} name={say(data.content.title)} />}
            <ToApply posting={data} now={now} />
          </>
        ) : (
          <State of="posting" is={data.state} />
        )
      }
    >
      <Loaded of={posting} lines={8}>
        {(found) => (
          <>
            <p class="by">
              <a href={`/postings?company=${found.company.id}`}>{say(found.company.name)}</a>
              {found.company.verified && (
                <span class="verified">
                  <Icon name="check" /> {t('one.verified')}
                </span>
              )}
            </p>
            <div class="split">
              <div class="stack">
                <Description posting={found} />
              </div>
              <aside aria-label={t('facts.title')}>
                <PostingFacts posting={found} />
              </aside>
              <div class="stack">
                {student && <FitPanel postingId={found.id} />}
                {student && <HoursPanel content={found.content} />}
                <Apply posting={found} now={now} />
                <SimilarPostings postingId={found.id} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
