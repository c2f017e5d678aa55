import { Page, Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { GameInvitation } from './game-invitation.tsx';
import { CycleRounds } from './cycle-rounds.tsx';

const steps = ['apply', 'rank', 'freeze', 'match', 'check', 'publish'] as const;

export default function How() {
  const t = useT('match');
  return (
    <Page title={t('how.title')} lead={t('how.lead')}>
      <ol class="prose">
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(`how.steps.${step}.name`)}</strong> {t(`how.steps.${step}.body`)}
          </li>
        ))}
      </ol>
      <Panel title={t('how.honest.title')}>
        <p>{t('how.honest.safe')}</p>
        <p>{t('how.honest.secret')}</p>
        <p>{t('how.honest.proof')}</p>
      </Panel>
      <GameInvitation />
      <CycleRounds />
    </Page>
  );
}
