import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { ProblemNotice } from '../components/problem.tsx';
import { TextField } from '../components/text-field.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { hrefOf, type SavedSearch, useConditionWords } from '../public/search-conditions.ts';

type Change = Pick<SavedSearch, 'name' | 'digest'>;

function useChange(search: SavedSearch, onChanged: () => void) {
  const call = useClient();
  const { lang } = useLang();
  return useAction(async (change: Partial<Change>) => {
    const { name, digest, id, version } = search;
    const body = { name, digest, ...change, lang };
    await call('updateSavedSearch', { params: { savedSearchId: id }, body, ifMatch: version });
    onChanged();
    return true;
  });
}

function Rename(props: { search: SavedSearch; onRenamed: () => void }) {
  const t = useT('saved');
  const form = useForm({ name: props.search.name });
  const change = useChange(props.search, props.onRenamed);
  return (
    <Form
      onSubmit={() => void change.run(form.values)}
      problem={change.problem}
      pending={change.pending}
      submit={t('submit')}
    >
      <TextField {...form.field('name')} label={t('name')} autocomplete="off" />
    </Form>
  );
}

/** One saved search: its name opens it, with what it asks for and how many there are now. */
export function SavedSearchRow(props: { search: SavedSearch; onChanged: () => void; onDeleted: () => void }) {
  const t = useT('saved');
  const call = useClient();
  const say = useConditionWords();
  const { search } = props;
  const { id, name, conditions, digest, version } = search;
  const [renaming, setRenaming] = useState(false);
  const found = useResource('searchPostings', { query: { ...conditions, limit: 1 } }).data?.total;
  const change = useChange(search, props.onChanged);
  const remove = useAction(async () => {
    await call('deleteSavedSearch', { params: { savedSearchId: id }, ifMatch: version });
    props.onDeleted();
  });
  const asks = say(conditions);
  return (
    <li>
      <div>
        <h2>
          <a href={hrefOf(conditions)}>{name}</a>
        </h2>
        {asks !== name && <p class="muted">{asks}</p>}
        <p class="muted">{found === undefined ? '\u00a0' : t('now', { count: found })}</p>
        <ProblemNotice problem={change.problem ?? remove.problem} retry={props.onChanged} />
      </div>
      <div class="row">
        <label class="choice">
          <input
            type="checkbox"
            aria-label={t('tellOf', { name })}
            checked={digest}
            onChange={() => void change.run({ digest: !digest })}
          />
          <span>{t('tell')}</span>
        </label>
        <Button kind="quiet" label={t('renameOf', { name })} onClick={() => setRenaming(true)}>
          {t('rename')}
        </Button>
        <Button
          kind="quiet"
          label={t('removeOf', { name })}
          pending={remove.pending}
          onClick={() => void remove.run()}
        >
          {t('remove')}
        </Button>
      </div>
      <Dialog open={renaming} title={t('renameTitle')} onClose={() => setRenaming(false)}>
        <Rename
          search={search}
          onRenamed={() => {
            setRenaming(false);
            props.onChanged();
          }}
        />
      </Dialog>
    </li>
  );
}
