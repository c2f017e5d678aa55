import { useForm } from '../components/use-form.ts';
import { Checkbox } from '../components/choice-field.tsx';
import { DateTime } from '../components/date-time.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { PartForm } from './part-form.tsx';
import type { PartProps } from './part-form.tsx';
import type { Profile } from './profile-parts.ts';

/** The privacy notice that is shown now; the type holds it to the server's. */
const version: NonNullable<Profile['consents']>['privacy'] = '2026-01';

/** Consents can be given and taken back: without the one to the notice, the profile has none. */
export function ConsentsPart(props: PartProps) {
  const t = useT('profile');
  const r = useT('referral');
  const { consents } = props.profile;
  const form = useForm({ privacy: consents !== undefined, ranking: consents?.ranking ?? false });
  const { values, field } = form;
  return (
    <PartForm
      of={props}
      before={form.before}
      change={() => ({
        consents: values.privacy ? { privacy: version, ranking: values.ranking } : undefined,
      })}
    >
      <p>
        <a href="/privacy" target="_blank">
          {t('consents.read')}
        </a>
      </p>
      <Checkbox
        {...field('privacy')}
        name="consents/privacy"
        label={t('consents.privacy')}
        hint={t('consents.privacyHint', { version })}
      />
      <Checkbox
        {...field('ranking')}
        name="consents/ranking"
        label={t('consents.ranking')}
        hint={t('consents.rankingHint')}
      />
      <p>
        <a href="/student/referral">{r('own.link')}</a>
      </p>
      {props.consentedAt !== undefined && consents !== undefined && (
        <p class="muted">
          {t('consents.given')} <DateTime at={props.consentedAt} />
        </p>
      )}
    </PartForm>
  );
}
