import { useClient } from '../api/context.ts';
import type { Args, Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { CheckboxGroup, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { inDays, type LastingDays, lastingDays } from '../components/lasting.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

export type MadeKey = Result<'createApiKey'>;
type Scope = Args<'createApiKey'>['body']['scopes'][number];

const scopes: readonly Scope[] = ['postings:read', 'applications:read', 'offers:read', 'figures:read'];
const ofCompany: readonly Scope[] = ['applications:read', 'offers:read'];

const blank: { name: string; scopes: readonly Scope[]; companyId: string; expiresAt: LastingDays | '' } = {
  name: '',
  scopes: [],
  companyId: '',
  expiresAt: '90',
};

/** A new key: for whom, what it reads, until when. */
export function MakeKey(props: { onMade: (key: MadeKey) => void }) {
  const t = useT('partners');
  const say = useBilingual();
  const call = useClient();
  const form = useForm(blank);
  const { values } = form;
  const needsCompany = values.scopes.some((scope) => ofCompany.includes(scope));
  const companies = useResource(needsCompany ? 'listCompanies' : false, {
    query: { state: 'verified', limit: 200 },
  });
  const make = useAction(() => {
    const { name, companyId, expiresAt } = values;
    return call('createApiKey', {
      body: {
        name: name.trim(),
        scopes: [...values.scopes],
        expiresAt: inDays(expiresAt === '' ? '90' : expiresAt),
        ...(needsCompany && companyId !== '' && { companyId }),
      },
    });
  });
  const submit = async () => {
    const key = await make.run();
    if (key === undefined) return;
    props.onMade(key);
  };
  return (
    <Form
      onSubmit={() => void submit()}
      submit={t('keys.submit')}
      pending={make.pending}
      problem={make.problem}
    >
      <TextField {...form.field('name')} label={t('keys.name')} size="medium" autocomplete="off" />
      <CheckboxGroup
        {...form.field('scopes')}
        label={t('keys.scopes')}
        options={scopes.map((value) => ({ value, label: t(`keys.of.${value}`), hint: value }))}
      />
      {needsCompany && (
        <Select
          {...form.field('companyId')}
          label={t('keys.company')}
          hint={t('keys.companyHint')}
          options={(companies.data?.items ?? []).map(({ id, content }) => ({
            value: id,
            label: say(content.name ?? {}) || '–',
          }))}
        />
      )}
      <Select
        {...form.field('expiresAt')}
        label={t('keys.lasts')}
        options={lastingDays.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
      />
    </Form>
  );
}
