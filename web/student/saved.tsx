import { Done } from '../components/done.tsx';
import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';
import type { SavedSearch } from '../public/search-conditions.ts';
import { SavedSearchRow } from './saved-search-row.tsx';
import { undoIcon } from '../components/drawings.ts';

/** What was just deleted, with the way back; takes the focus, for the button that had it is gone. */
function Deleted(props: { search: SavedSearch; onRestored: () => void }) {
  const t = useT('saved');
  const call = useClient();
  const { lang } = useLang();
  const { name, conditions, digest } = props.search;
  const restore = useAction(() => call('saveSearch', { body: { name, conditions, digest, lang } }));
  const undo = async () => {
    if ((await restore.run()) !== undefined) props.onRestored();
  };
  return (
    <Done tone="info">
      <p class="row">
        {t('removed', { name })}
        <Button kind="quiet" icon={undoIcon} pending={restore.pending} onClick={() => void undo()}>
          {t('undo')}
        </Button>
      </p>
      <ProblemNotice problem={restore.problem} />
    </Done>
  );
}

type Last = { kind: 'deleted' | 'restored'; search: SavedSearch };

/** The student's saved searches: open, rename, be told or not, delete. */
export default function SavedSearches() {
  const t = useT('saved');
  const { lang } = useLang();
  const list = useResource('listSavedSearches');
  const [last, setLast] = useState<Last>();
  const done = (kind: Last['kind'], search: SavedSearch) => {
    setLast({ kind, search });
    void list.reload();
  };
  return (
    <Page title={t('title')} lead={t('lead')}>
      {last?.kind === 'deleted' && (
        <Deleted key={last.search.id} search={last.search} onRestored={() => done('restored', last.search)} />
      )}
      {last?.kind === 'restored' && <Done tone="good">{t('restored', { name: last.search.name })}</Done>}
      <Loaded of={list} lines={6}>
        {({ items, cap }) =>
          items.length === 0 ? (
            <Empty title={t('empty')} action={<ButtonLink href="/postings">{t('find')}</ButtonLink>}>
              {t('emptyBody')}
            </Empty>
          ) : (
            <>
              <p class="muted">{t('room', { used: items.length, cap })}</p>
              <ul class="saved">
                {items
                  .toSorted((a, b) => a.name.localeCompare(b.name, lang))
                  .map((search) => (
                    <SavedSearchRow
                      key={search.id}
                      search={search}
                      onChanged={() => void list.reload()}
                      onDeleted={() => done('deleted', search)}
                    />
                  ))}
              </ul>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
