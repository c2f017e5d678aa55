import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Args } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { Checkbox } from '../components/choice-field.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { Notice } from '../components/notice.tsx';
import { TextField } from '../components/text-field.tsx';
import { useLang, useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { useQuery } from '../shell/place.tsx';
import { conditionsOf, hrefOf, type SavedSearch, useConditionWords } from './search-conditions.ts';

const nameLimit = 80;

function SaveForm(props: {
  conditions: Args<'saveSearch'>['body']['conditions'];
  name: string;
  onSaved: (search: SavedSearch) => void;
}) {
  const t = useT('saved');
  const call = useClient();
  const { lang } = useLang();
  const form = useForm({ name: props.name, digest: true });
  const save = useAction(() =>
    call('saveSearch', { body: { ...form.values, conditions: props.conditions, lang } }),
  );
  const submit = async () => {
    const saved = await save.run();
    if (saved !== undefined) props.onSaved(saved);
  };
  return (
    <Form onSubmit={() => void submit()} problem={save.problem} pending={save.pending} submit={t('submit')}>
      <TextField {...form.field('name')} label={t('name')} autocomplete="off" />
      <Checkbox {...form.field('digest')} label={t('digest')} hint={t('digestHint')} />
    </Form>
  );
}

function Saving(props: { company: string | undefined; tell: boolean }) {
  const t = useT('saved');
  const query = useQuery();
  const say = useConditionWords();
  const list = useResource('listSavedSearches');
  const [open, setOpen] = useState(false);
  const [saved, setSaved] = useState<SavedSearch>();
  const conditions = conditionsOf(query);
  const href = hrefOf(conditions);
  const same = list.data?.items.find((search) => hrefOf(search.conditions) === href);
  const done = saved !== undefined && hrefOf(saved.conditions) === href;
  const link = <a href="/student/saved">{t('seeAll')}</a>;
  if (done)
    return (
      <Notice tone="good" live>
        <p>
          {t(saved.digest ? 'doneTold' : 'done', { name: saved.name })} {link}
        </p>
      </Notice>
    );
  if (same !== undefined)
    return (
      <p class="muted">
        {t('savedAs', { name: same.name })} {link}
      </p>
    );
  return (
    <p>
      <Button kind={props.tell ? 'primary' : 'quiet'} onClick={() => setOpen(true)}>
        {t(props.tell ? 'saveAndTell' : 'save')}
      </Button>
      <Dialog open={open} title={t('saveTitle')} onClose={() => setOpen(false)}>
        <SaveForm
          conditions={conditions}
          name={say(conditions, props.company).slice(0, nameLimit)}
          onSaved={(search) => {
            setOpen(false);
            setSaved(search);
            void list.reload();
          }}
        />
      </Dialog>
    </p>
  );
}

/**
 * Offers a student to save the search of this page. `tell`: as the way on from an empty result, which is offered to
 * visitors too.
 */
export function SaveSearch(props: { company?: string | undefined; tell?: boolean }) {
  const t = useT('saved');
  const { visitor, signIn } = useSession();
  const { company, tell = false } = props;
  if (visitor.state === 'in' && visitor.me.role === 'student')
    return <Saving company={company} tell={tell} />;
  if (!tell || visitor.state === 'in' || visitor.state === 'loading') return null;
  return (
    <>
      <p>{t('signInBody')}</p>
      <Button onClick={signIn}>{t('signIn')}</Button>
    </>
  );
}
