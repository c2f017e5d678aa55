import type { Result } from '../api/types.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Panel } from '../components/page.tsx';
import { State, Status } from '../components/status.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { NoticeText } from '../notices/notice-row.tsx';

type Student = Result<'getStudentSupport'>;

/** Notices as they were told, each with what became of its letter. */
export function SentNotices(props: { notices: Student['notices'] }) {
  const t = useT('desk');
  const { lang } = useLang();
  if (props.notices.length === 0) return <p class="muted">{t('support.none')}</p>;
  return (
    <ul class="notices">
      {props.notices.map((notice) => (
        <li key={notice.id} class={notice.read ? 'card' : 'card unread'}>
          <h3>{notice.words[lang].subject}</h3>
          <p class="row muted">
            <DateTime at={notice.at} />
            <Status tone="quiet">{t(notice.read ? 'support.read' : 'support.unread')}</Status>
            <Status tone={notice.letter.state === 'sent' ? 'good' : 'quiet'}>
              {t(`support.letters.${notice.letter.state}`)}
            </Status>
            {notice.letter.state === 'due' && <DateTime at={notice.letter.dueAt} />}
            {notice.letter.state === 'sent' && <DateTime at={notice.letter.at} />}
          </p>
          <NoticeText notice={notice} />
        </li>
      ))}
    </ul>
  );
}

/** How far rank lists are; what is on them is nobody's but their owner's. */
export function ListStates(props: { lists: Student['rankLists'] }) {
  const t = useT('desk');
  if (props.lists.length === 0) return <p class="muted">{t('support.noList')}</p>;
  return (
    <ul>
      {props.lists.map(({ roundId, state, savedAt, certifiedAt }) => {
        const at = certifiedAt ?? savedAt;
        return (
          <li key={roundId}>
            <State of="rankList" is={state} /> {at !== undefined && <DateTime at={at} />}
          </li>
        );
      })}
    </ul>
  );
}

export function Offers(props: { offers: Student['offers'] }) {
  const t = useT('desk');
  const say = useBilingual();
  return (
    <Panel title={t('support.offers')}>
      {props.offers.length === 0 && <p class="muted">{t('support.none')}</p>}
      <ul>
        {props.offers.map(({ id, posting, studentName, state, answerBy }) => (
          <li key={id}>
            {studentName} · {say(posting.content.title)} <State of="offer" is={state} />{' '}
            <DateTime at={answerBy} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function MoreTime(props: { extensions: Student['extensions'] }) {
  const t = useT('desk');
  if (props.extensions.length === 0) return null;
  return (
    <Panel title={t('support.extensions')}>
      <ul>
        {props.extensions.map(({ cycleId, step, until, reason }) => (
          <li key={`${cycleId} ${step}`}>
            {t(`extensions.steps.${step}`)} · <DateTime at={until} /> · {reason}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
