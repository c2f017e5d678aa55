import { PlacementPage } from '../internship/placement-page.tsx';
import { useT } from '../i18n/use-lang.tsx';

export default function Intern() {
  const t = useT('internship');
  return <PlacementPage reader="company" back={{ href: '/company/interns', label: t('interns.title') }} />;
}
