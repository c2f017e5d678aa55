import type { Result } from '../api/types.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Status } from '../components/status.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';

export type Notice = Result<'listNotices'>['items'][number];

/** What was told, in the reader's language. */
export function NoticeText(props: { notice: Pick<Notice, 'words' | 'about' | 'dates' | 'reason'> }) {
  const t = useT('notices');
  const say = useBilingual();
  const { lang } = useLang();
  const { words, about, dates = [], reason } = props.notice;
  return (
    <>
      <p>
        {about !== undefined && (
          <>
            <span class="strong">{say(about)}</span>
            {' · '}
          </>
        )}
        {words[lang].text}
      </p>
      {dates.length > 0 && (
        <ul>
          {dates.map(({ label, old, at }) => (
            <li key={`${label.en} ${at}`}>
              {label[lang]}
              {lang === 'zh' ? '：' : ': '}
              <DateTime at={at} />
              {old !== undefined && (
                <>
                  {' · '}
                  <span class="muted">{t('was')}</span>{' '}
                  <s>
                    <DateTime at={old} />
                  </s>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {reason !== undefined && <p>{t('reason', { reason })}</p>}
    </>
  );
}

/** One notice: what happened, when, and the way on. Going there reads it. */
export function NoticeRow(props: { notice: Notice }) {
  const t = useT('notices');
  const call = useClient();
  const { lang } = useLang();
  const { notice } = props;
  const { id, at, path, words } = notice;
  const read = useAction(() => call('readNotice', { body: { id, at } }));
  const mark = async () => {
    if (notice.read || (await read.run()) === undefined) return;
    dispatchEvent(new Event('inbox'));
  };
  return (
    <li class={notice.read ? 'card' : 'card unread'}>
      <div class="title">
        <h2>{words[lang].subject}</h2>
        {!notice.read && <Status tone="info">{t('unread')}</Status>}
      </div>
      <p class="muted">
        <DateTime at={at} />
      </p>
      <NoticeText notice={notice} />
      <p class="row">
        <a
          href={path}
          aria-label={`${t('open')}: ${words[lang].subject}`}
          onClick={() => {
            void mark();
          }}
        >
          {t('open')}
        </a>
        {!notice.read && (
          <Button
            kind="quiet"
            pending={read.pending}
            label={t('readOf', { subject: words[lang].subject })}
            onClick={() => void mark()}
          >
            {t('read')}
          </Button>
        )}
      </p>
    </li>
  );
}
