import { useState } from 'preact/hooks';
import type { Result } from '../api/types.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { PostingCard } from '../public/posting-card.tsx';
import { undoIcon } from '../components/drawings.ts';

type Saved = Result<'listSavedPostings'>['items'][number];

/** The postings that the student saved: open, take away, undo. */
export default function SavedPostings() {
  const t = useT('saved');
  const say = useBilingual();
  const call = useClient();
  const list = useResource('listSavedPostings');
  const [taken, setTaken] = useState<Saved>();
  const params = (saved: Saved) => ({ params: { postingId: saved.posting.id } });
  const take = useAction(async (saved: Saved) => {
    await call('unsavePosting', params(saved));
    setTaken(saved);
    void list.reload();
  });
  const undo = useAction(async (saved: Saved) => {
    await call('savePosting', params(saved));
    setTaken(undefined);
    void list.reload();
  });
  return (
    <Page title={t('postings.title')} lead={t('postings.lead')}>
      {taken !== undefined && (
        <Notice tone="info" live>
          <p class="row">
            {t('postings.taken', { name: say(taken.posting.content.title) })}
            <Button kind="quiet" icon={undoIcon} pending={undo.pending} onClick={() => void undo.run(taken)}>
              {t('undo')}
            </Button>
          </p>
        </Notice>
      )}
      <ProblemNotice problem={take.problem ?? undo.problem} />
      <Loaded of={list} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('postings.empty')} action={<ButtonLink href="/postings">{t('find')}</ButtonLink>}>
              {t('postings.emptyBody')}
            </Empty>
          ) : (
            <>
              {items.map((saved) => (
                <PostingCard key={saved.posting.id} hit={{ posting: saved.posting }}>
                  <div class="row between">
                    {saved.posting.state !== 'published' && <State of="posting" is={saved.posting.state} />}
                    <Button
                      kind="quiet"
                      icon="cross"
                      label={t('postings.takeOf', { name: say(saved.posting.content.title) })}
                      onClick={() => void take.run(saved)}
                    >
                      {t('postings.take')}
                    </Button>
                  </div>
                </PostingCard>
              ))}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
