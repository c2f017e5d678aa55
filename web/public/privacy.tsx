import { Page, Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';

const held = ['account', 'profile', 'applications', 'lists', 'results', 'letters', 'trail'] as const;
const never = ['protected', 'lists', 'tracking'] as const;

/** What is held of whom, why, and what everyone may ask for. */
export default function Privacy() {
  const t = useT('policy');
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')} narrow>
      <Panel title={t('privacy.heldTitle')} plain>
        <dl class="facts">
          {held.map((what) => (
            <div key={what}>
              <dt>{t(`privacy.held.${what}.what`)}</dt>
              <dd>{t(`privacy.held.${what}.why`)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t('privacy.neverTitle')} plain>
        <ul>
          {never.map((what) => (
            <li key={what}>{t(`privacy.never.${what}`)}</li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('privacy.rankingTitle')} plain>
        <p>{t('privacy.ranking')}</p>
      </Panel>
      <Panel title={t('privacy.rightsTitle')} plain>
        <p>{t('privacy.rights')}</p>
        <p>{t('privacy.yourself')}</p>
        <p class="muted">{t('privacy.version')}</p>
      </Panel>
    </Page>
  );
}
