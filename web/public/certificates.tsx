import { useLocation } from '../shell/location.tsx';
import { useState } from 'preact/hooks';
import { readCode } from '../../matching/certificate/code.ts';
import type { FieldProblem } from '../api/problem.ts';
import { Form } from '../components/form.tsx';
import { Page } from '../components/page.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { CertificateFileCheck } from './certificate-file.tsx';
import { CertificateScan } from './certificate-scan.tsx';

/** Types the code of a certificate, or scans it, or checks its file. */
export default function Certificates() {
  const t = useT('certificate');
  const { route } = useLocation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<readonly FieldProblem[]>([]);
  const look = () => {
    const code = readCode(typed);
    setWrong(code === undefined ? [{ pointer: '/code', reason: t('codeWrong') }] : []);
    if (code !== undefined) route(`/certificates/${code}`);
  };
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      <div class="code-input">
        <Form onSubmit={look} submit={t('look')} problems={wrong}>
          <TextField
            name="code"
            label={t('code')}
            hint={t('codeHint')}
            value={typed}
            autocomplete="off"
            onChange={setTyped}
          />
        </Form>
      </div>
      <CertificateScan onCode={(code) => route(`/certificates/${code}`)} />
      <CertificateFileCheck />
    </Page>
  );
}
