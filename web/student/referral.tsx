import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { FactList } from '../components/facts.tsx';
import { useBilingual } from '../components/bilingual.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Mine = Result<'getReferral'>;
type Referral = NonNullable<Mine['referral']>;

/** What the referrer would see, and the switch for it: what is listed comes before what is agreed to. */
function Consent(props: { mine: Mine; referral: Referral; onChange: (mine: Mine) => void }) {
  const t = useT('referral');
  const say = useBilingual();
  const call = useClient();
  const { mine, referral } = props;
  const { consent, version } = referral;
  const on = consent?.version === mine.consentVersion;
  const profile = useResource('getProfile').data?.profile;
  const values: Readonly<Record<string, string | undefined>> = {
    preferred_name: profile?.names?.preferred,
    university: profile?.university,
  };
  const [last, setLast] = useState<'gave' | 'took'>();
  const change = useAction(async () => {
    const body = { consent: on ? null : mine.consentVersion };
    props.onChange(await call('setReferralConsent', { body, ifMatch: version }));
    setLast(on ? 'took' : 'gave');
  });
  return (
    <Panel title={t('own.consentTitle')}>
      <p>{t('own.consentLead', { name: say(referral.referrer.name) })}</p>
      <ul>
        {mine.shows.map((what) => (
          <li key={what}>{t(`own.shows.${what}`, { value: values[what] ?? t('own.unset') })}</li>
        ))}
      </ul>
      <p>{t('own.never')}</p>
      {consent !== undefined && !on && <Notice tone="warn">{t('own.outdated')}</Notice>}
      <p>
        <Status tone={on ? 'good' : 'quiet'}>{t(on ? 'own.state.on' : 'own.state.off')}</Status>{' '}
        {t(on ? 'own.means.on' : 'own.means.off')}
      </p>
      {on && (
        <p class="muted">
          {t('own.given')} <DateTime at={consent.at} />
        </p>
      )}
      <ProblemNotice problem={change.problem} />
      {last !== undefined && (
        <Notice tone="good" live>
          {t(`own.${last}`)}
        </Notice>
      )}
      <p class="row">
        <Button kind={on ? 'quiet' : 'primary'} pending={change.pending} onClick={() => void change.run()}>
          {t(on ? 'own.take' : 'own.give')}
        </Button>
        <span class="muted">{t('own.version', { version: mine.consentVersion })}</span>
      </p>
    </Panel>
  );
}

/** Who brought a student, and whether they may see the student by name. */
export default function ReferralPage() {
  const t = useT('referral');
  const say = useBilingual();
  const mine = useResource('getReferral');
  return (
    <Page title={t('own.title')} back={{ href: '/student/profile', label: t('own.back') }} narrow>
      <Loaded of={mine} lines={6}>
        {(read) =>
          read.referral === undefined ? (
            <Empty title={t('own.none')}>{t('own.noneBody')}</Empty>
          ) : (
            <>
              <FactList
                of={[
                  [t('own.by'), say(read.referral.referrer.name)],
                  [t('own.since'), <DateTime key="at" at={read.referral.joinedAt} />],
                ]}
              />
              <p>{t('own.counted')}</p>
              <Consent mine={read} referral={read.referral} onChange={mine.set} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
