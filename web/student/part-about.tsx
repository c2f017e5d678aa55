import { useForm } from '../components/form.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { given, PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';

export function AboutPart(props: PartProps) {
  const t = useT('student');
  const { names, phone, about, portfolio, referrer } = props.profile;
  const form = useForm({
    preferred: names?.preferred ?? '',
    chinese: names?.chinese ?? '',
    passport: names?.passport ?? '',
    phone: phone ?? '',
    about: about ?? '',
    portfolio: portfolio ?? '',
    referrer: referrer ?? '',
  });
  const { values, field } = form;
  return (
    <PartForm
      of={props}
      required={{ 'names/preferred': values.preferred.trim() !== '' }}
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
        label={t('profile.about.preferred')}
        hint={t('profile.about.preferredHint')}
        autocomplete="nickname"
        size="medium"
      />
      <TextField
        {...field('chinese')}
        name="names/chinese"
        label={t('profile.about.chinese')}
        lang="zh-CN"
        size="medium"
        optional
      />
      <TextField
        {...field('passport')}
        name="names/passport"
        label={t('profile.about.passport')}
        autocomplete="name"
        size="medium"
        optional
      />
      <TextField
        {...field('phone')}
        label={t('profile.about.phone')}
        hint={t('profile.about.phoneHint')}
        type="tel"
        autocomplete="tel"
        size="medium"
        optional
      />
      <TextArea
        {...field('about')}
        label={t('profile.about.text')}
        hint={t('profile.about.textHint')}
        max={8000}
        optional
      />
      <TextField
        {...field('portfolio')}
        label={t('profile.about.portfolio')}
        hint={t('profile.about.portfolioHint')}
        type="url"
        autocomplete="url"
        optional
      />
      <TextField {...field('referrer')} label={t('profile.about.referrer')} optional />
    </PartForm>
  );
}
