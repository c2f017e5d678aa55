import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Radios } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Kind = 'student_union' | 'workstation';
const kinds: readonly Kind[] = ['student_union', 'workstation'];
const blank: { zh: string; en: string; kind: Kind | ''; email: string } = {
  zh: '',
  en: '',
  kind: 'student_union',
  email: '',
};

/** A new student union or workstation with its first person. */
export function AddReferrer(props: { onAdded: (name: string, email: string) => void }) {
  const t = useT('partners');
  const say = useBilingual();
  const call = useClient();
  const form = useForm(blank);
  const add = useAction(() => {
    const { zh, en, kind, email } = form.values;
    const name = { ...(zh.trim() !== '' && { zh: zh.trim() }), ...(en.trim() !== '' && { en: en.trim() }) };
    return call('createReferrer', {
      body: { name, kind: kind === '' ? 'student_union' : kind, email: email.trim() },
    });
  });
  const submit = async () => {
    const added = await add.run();
    if (added === undefined) return;
    props.onAdded(say(added.name), added.people[0]?.email ?? '');
  };
  return (
    <Form
      onSubmit={() => void submit()}
      submit={t('referrers.submit')}
      pending={add.pending}
      problem={add.problem}
    >
      <TextField
        {...form.field('zh')}
        name="name"
        lang="zh-CN"
        size="medium"
        autocomplete="off"
        label={t('referrers.nameZh')}
        hint={t('referrers.nameHint')}
      />
      <TextField
        {...form.field('en')}
        name="name/en"
        lang="en"
        size="medium"
        autocomplete="off"
        label={t('referrers.nameEn')}
      />
      <Radios
        {...form.field('kind')}
        label={t('referrers.kind')}
        options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField
        {...form.field('email')}
        type="email"
        size="medium"
        autocomplete="off"
        label={t('referrers.email')}
        hint={t('referrers.emailHint')}
      />
    </Form>
  );
}
