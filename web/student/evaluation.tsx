import { EvaluationPage } from '../internship/evaluation-page.tsx';
import { useT } from '../i18n/use-lang.tsx';

export default function MyEvaluation() {
  const t = useT('internship');
  return <EvaluationPage reader="student" back={{ href: '/student/placement', label: t('title') }} />;
}
