import { EvaluationPage } from '../internship/evaluation-page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';

export default function ReadEvaluation() {
  const t = useT('internship');
  const href = `/coordinator/placements/${encodeURIComponent(useParam('placementId'))}`;
  return <EvaluationPage reader="coordinator" back={{ href, label: t('title') }} />;
}
