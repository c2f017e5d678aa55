import { PlacementPage } from '../internship/placement-page.tsx';
import { useT } from '../i18n/use-lang.tsx';

export default function OnePlacement() {
  const t = useT('internship');
  const back = { href: '/coordinator/placements', label: t('coordinator.title') };
  return <PlacementPage reader="coordinator" back={back} />;
}
