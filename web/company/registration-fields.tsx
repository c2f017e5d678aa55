import { isUnifiedSocialCreditCode } from '../../functions/company/registration.ts';
import { Radios, Select } from '../components/choice-field.tsx';
import type { useForm } from '../components/use-form.ts';
import { Status } from '../components/status.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { CompanyValues } from './company-values.ts';
import { useCountries } from '../components/places.ts';

/** Says while it is typed whether a unified social credit code can be right. */
function CodeCheck(props: { code: string }) {
  const t = useT('company');
  const { code } = props;
  if (code === '') return null;
  if (code.length < 18)
    return <span class="muted">{t('registration.left', { count: 18 - code.length })}</span>;
  return isUnifiedSocialCreditCode(code) ? (
    <Status tone="good">{t('registration.good')}</Status>
  ) : (
    <Status tone="bad">{t('registration.bad')}</Status>
  );
}

/** The unified social credit code of a Chinese company, else its country's number. */
export function RegistrationFields(props: {
  form: ReturnType<typeof useForm<CompanyValues>>;
  fixed: boolean;
}) {
  const t = useT('company');
  const { form, fixed } = props;
  const { values } = form;
  const countries = useCountries();
  if (fixed)
    return (
      <div class="field">
        <p class="strong">{t('registration.title')}</p>
        <p>
          <code>{values.kind === 'cn' ? values.code : `${values.country} ${values.number}`}</code>
        </p>
        <p class="hint">{t('registration.fixed')}</p>
      </div>
    );
  return (
    <>
      <Radios
        {...form.field('kind')}
        name="registration/kind"
        label={t('registration.where')}
        options={[
          { value: 'cn', label: t('registration.cn') },
          { value: 'foreign', label: t('registration.foreign') },
        ]}
      />
      {values.kind === 'foreign' ? (
        <>
          <Select
            {...form.field('country')}
            name="registration/country"
            label={t('registration.country')}
            options={countries.filter(({ value }) => value !== 'CN')}
          />
          <TextField
            {...form.field('number')}
            name="registration/number"
            label={t('registration.number')}
            size="medium"
          />
        </>
      ) : (
        <div class="stack">
          <TextField
            name="registration/code"
            value={values.code}
            onChange={(code) => form.set('code', code.toUpperCase().replaceAll(/\s/g, '').slice(0, 18))}
            label={t('registration.code')}
            hint={t('registration.codeHint')}
            autocomplete="off"
            lang="en"
            size="medium"
          />
          <p role="status">
            <CodeCheck code={values.code} />
          </p>
        </div>
      )}
    </>
  );
}
