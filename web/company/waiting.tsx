import type { Result } from '../api/types.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { State, Status } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Posting = Result<'listCompanyPostings'>['items'][number];

/** How many applicants of a posting have no outcome yet. */
function Waiting(props: { count: number }) {
  const t = useT('company');
  return props.count === 0 ? (
    <Status tone="good">{t('waiting.none')}</Status>
  ) : (
    <Status tone="warn">{t('waiting.some', props)}</Status>
  );
}

/** The postings that students applied to, with who still waits for an answer. */
export function WaitingPostings(props: { postings: readonly Posting[] }) {
  const t = useT('company');
  const say = useBilingual();
  const open = props.postings.filter(
    ({ state, applications }) => state !== 'draft' && (applications ?? 0) > 0,
  );
  return (
    <Panel title={t('waiting.title')}>
      {open.length === 0 ? (
        <Empty title={t('waiting.empty')}>{t('waiting.emptyBody')}</Empty>
      ) : (
        <ul class="tasks">
          {open.map((posting) => (
            <li key={posting.id}>
              <div>
                <a href={`/company/postings/${posting.id}/applicants`}>{say(posting.content.title)}</a>
                <p class="hint">
                  {t('waiting.counts', {
                    count: posting.applications ?? 0,
                    seats: posting.content.capacity ?? 0,
                  })}
                </p>
              </div>
              <span class="row">
                {posting.state !== 'published' && <State of="posting" is={posting.state} />}
                <Waiting count={posting.waiting ?? 0} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
