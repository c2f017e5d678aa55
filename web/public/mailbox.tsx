import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useQuery } from '../shell/place.tsx';

/** A letter's text; addresses of this site in it can be followed. */
function Letter(props: { text: string }) {
  const pieces = props.text.split(/(https?:\/\/\S+)/);
  return (
    <p class="letter">
      {pieces.map((piece) =>
        piece.startsWith(`${location.origin}/`) ? (
          <a href={piece.slice(location.origin.length)}>{piece}</a>
        ) : (
          piece
        ),
      )}
    </p>
  );
}

function Letters() {
  const t = useT('policy');
  const cursor = useQuery().one('cursor');
  const letters = useResource('listMyLetters', {
    query: { limit: 20, ...(cursor !== undefined && { cursor }) },
  });
  return (
    <Loaded of={letters} lines={6}>
      {({ items, next }) =>
        items.length === 0 ? (
          <Empty title={t('mailbox.empty')}>{t('mailbox.emptyBody')}</Empty>
        ) : (
          <>
            <ul class="cards">
              {items.map(({ id, subject, text, sentAt }) => (
                <li key={id} class="card">
                  <h2>{subject}</h2>
                  <p class="muted">
                    <DateTime at={sentAt} />
                  </p>
                  <Letter text={text} />
                </li>
              ))}
            </ul>
            <Pager next={next} />
          </>
        )
      }
    </Loaded>
  );
}

/** What was written to the person who is signed in. */
export default function Mailbox() {
  const t = useT('policy');
  const words = useT('shared');
  const { visitor, signIn } = useSession();
  return (
    <Page title={t('mailbox.title')} lead={t('mailbox.lead')} narrow>
      {visitor.state === 'in' && <Letters />}
      {(visitor.state === 'out' || visitor.state === 'expired') && (
        <Empty title={t('mailbox.signIn')} action={<Button onClick={signIn}>{words('signIn')}</Button>} />
      )}
    </Page>
  );
}
