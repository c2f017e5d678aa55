import { useForm } from '../components/use-form.ts';
import { TextArea, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { given, PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';

export function AboutPart(props: PartProps) {
  const t = useT('profile');
  const { names, phone, about, portfolio, referrer } = props.profile;
  const form = useForm(
    {
      preferred: names?.preferred ?? '',
      chinese: names?.chinese ?? '',
      passport: names?.passport ?? '',
      phone: phone ?? '',
      about: about ?? '',
      portfolio: portfolio ?? '',
      referrer: referrer ?? '',
    },
    'about',
  );
  const { values, field } = form;
  return (
    <PartForm
      of={props}
      before={form.before}
      change={() => ({
        names: {
          preferred: values.preferred,
          chinese: given(values.chinese),
          passport: given(values.passport),
        },
        phone: given(values.phone)?.replaceAll(/[\s()-]/g, ''),
        about: given(values.about),
        portfolio: given(values.portfolio),
        referrer: given(values.referrer),
      })}
    >
      <TextField
        {...field('preferred')}
        name="names/preferred"
        label={t('about.preferred')}
        hint={t('about.preferredHint')}
        autocomplete="nickname"
        size="medium"
      />
      <TextField
        {...field('chinese')}
        name="names/chinese"
        label={t('about.chinese')}
        lang="zh-CN"
        size="medium"
        optional
      />
      <TextField
        {...field('passport')}
        name="names/passport"
        label={t('about.passport')}
        autocomplete="name"
        size="medium"
        optional
      />
      <TextField
        {...field('phone')}
        label={t('about.phone')}
        hint={t('about.phoneHint')}
        type="tel"
        autocomplete="tel"
        size="medium"
        optional
      />
      <TextArea {...field('about')} label={t('about.text')} hint={t('about.textHint')} max={8000} optional />
      <TextField
        {...field('portfolio')}
        label={t('about.portfolio')}
        hint={t('about.portfolioHint')}
        type="url"
        autocomplete="url"
        optional
      />
      <TextField {...field('referrer')} label={t('about.referrer')} optional />
    </PartForm>
  );
}
