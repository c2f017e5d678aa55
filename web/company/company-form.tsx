import { companySizes, industries } from '../../functions/company/kinds.ts';
import { useEffect, useState } from 'preact/hooks';
import type { ApiProblem, FieldProblem } from '../api/problem.ts';
import { BilingualField } from '../components/bilingual-field.tsx';
import { Radios, Select } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { TextArea, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { contentOf, valuesOf } from './company-values.ts';
import type { CompanyContent, CompanyDraft } from './company-values.ts';
import { RegistrationFields } from './registration-fields.tsx';

/** What a company says of itself: to register it, and to change it. */
export function CompanyForm(props: {
  content: CompanyDraft;
  /** Verified: the number can no longer change. */
  registrationFixed?: boolean;
  submit: string;
  pending: boolean;
  problem: ApiProblem | undefined;
  onSave: (content: CompanyContent) => void;
  /** Whether something was changed and is not saved. */
  onEdited?: (unsaved: boolean) => void;
}) {
  const t = useT('company');
  const form = useForm(valuesOf(props.content), 'company');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { unsaved } = form.before;
  useEffect(() => props.onEdited?.(unsaved), [unsaved]);
  const submit = () => {
    const read = contentOf(form.values);
    setProblems('problems' in read ? read.problems : []);
    if ('content' in read) props.onSave(read.content);
  };
  return (
    <Form
      onSubmit={submit}
      submit={props.submit}
      pending={props.pending}
      problem={props.problem}
      problems={problems}
      before={form.before}
    >
      <TextField
        {...form.field('legalName')}
        label={t('profile.legalName')}
        hint={t('profile.legalNameHint')}
        autocomplete="organization"
      />
      <BilingualField {...form.field('name')} label={t('profile.name')} hint={t('profile.nameHint')} />
      <RegistrationFields form={form} fixed={props.registrationFixed === true} />
      <TextField
        {...form.field('district')}
        label={t('profile.district')}
        hint={t('profile.districtHint')}
        size="medium"
      />
      <Select
        {...form.field('industry')}
        label={t('profile.industry')}
        options={industries.map((value) => ({ value, label: t(`industries.${value}`) }))}
      />
      <Radios
        {...form.field('size')}
        label={t('profile.size')}
        options={companySizes.map((value) => ({
          value,
          label: t('profile.people', { size: value.replace('-', '–') }),
        }))}
      />
      <TextField
        {...form.field('website')}
        label={t('profile.website')}
        hint={t('profile.websiteHint')}
        type="url"
        optional
      />
      <fieldset class="field stack">
        <legend>{t('profile.contact')}</legend>
        <p class="hint">{t('profile.contactHint')}</p>
        <TextField
          {...form.field('contactName')}
          name="contact/name"
          label={t('profile.contactName')}
          autocomplete="name"
          size="medium"
        />
        <TextField
          {...form.field('contactEmail')}
          name="contact/email"
          label={t('profile.contactEmail')}
          type="email"
          autocomplete="email"
          size="medium"
        />
        <TextField
          {...form.field('contactPhone')}
          name="contact/phone"
          label={t('profile.contactPhone')}
          hint={t('profile.contactPhoneHint')}
          type="tel"
          autocomplete="tel"
          size="medium"
          optional
        />
      </fieldset>
      <BilingualField
        {...form.field('about')}
        label={t('profile.about')}
        hint={t('profile.aboutHint')}
        long
        optional
      />
      <TextArea
        {...form.field('evidence')}
        label={t('profile.evidence')}
        hint={t('profile.evidenceHint')}
        max={8000}
        optional
      />
    </Form>
  );
}
