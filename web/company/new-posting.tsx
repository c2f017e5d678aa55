import { useState } from 'preact/hooks';
import { useLocation } from '../shell/location.tsx';
import type { FieldProblem } from '../api/problem.ts';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { BilingualField, filledIn } from '../components/bilingual-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import type { BilingualText } from '../components/bilingual.tsx';
import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useMe } from '../session/use-session.tsx';
import { NeedsCompany } from './needs-company.tsx';

function Begin(props: { companyId: string }) {
  const t = useT('company');
  const call = useClient();
  const { route } = useLocation();
  const form = useForm<{ title: BilingualText }>({ title: {} }, 'posting');
  const [empty, setEmpty] = useState<readonly FieldProblem[]>([]);
  const create = useAction((title: BilingualText) =>
    call('createPosting', { params: { companyId: props.companyId }, body: { title } }),
  );
  const submit = async () => {
    const title = filledIn(form.values.title);
    setEmpty(title === undefined ? [{ pointer: '/title', reason: 'must not be empty' }] : []);
    if (title === undefined) return;
    const made = await create.run(title);
    if (made !== undefined) route(`/company/postings/${made.id}`);
  };
  return (
    <Form
      onSubmit={() => void submit()}
      submit={t('newPosting.begin')}
      pending={create.pending}
      problem={create.problem}
      problems={empty}
      before={form.before}
    >
      <BilingualField {...form.field('title')} label={t('edit.titleField')} hint={t('edit.titleHint')} />
    </Form>
  );
}

export default function NewPosting() {
  const t = useT('company');
  const { company } = useMe();
  return (
    <Page
      title={t('newPosting.title')}
      lead={t('newPosting.lead')}
      back={{ href: '/company/postings' }}
      narrow
    >
      {company === undefined ? <NeedsCompany /> : <Begin companyId={company.id} />}
    </Page>
  );
}
