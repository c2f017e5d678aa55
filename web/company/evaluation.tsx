import { EvaluationPage } from '../internship/evaluation-page.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';

export default function OurEvaluation() {
  const t = useT('internship');
  const href = `/company/interns/${encodeURIComponent(useParam('placementId'))}`;
  return <EvaluationPage reader="company" back={{ href, label: t('title') }} />;
}
