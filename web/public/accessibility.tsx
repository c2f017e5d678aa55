import { Page } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';

const points = ['keyboard', 'words', 'zoom', 'motion', 'language'] as const;

export default function Accessibility() {
  const t = useT('policy');
  return (
    <Page title={t('accessibility.title')} lead={t('accessibility.lead')} narrow>
      <ul>
        {points.map((point) => (
          <li key={point}>{t(`accessibility.points.${point}`)}</li>
        ))}
      </ul>
      <p>{t('accessibility.checked')}</p>
      <p>{t('accessibility.known')}</p>
    </Page>
  );
}
