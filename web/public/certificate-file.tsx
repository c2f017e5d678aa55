import { useState } from 'preact/hooks';
import { checkCertificate, type Finding } from '../../matching/certificate/check.ts';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { pick } from '../components/bilingual.tsx';
import { useCertificateWords } from '../components/certificate-words.ts';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { TextArea } from '../components/text-field.tsx';
import { useFormat, useLang, useT } from '../i18n/use-lang.tsx';

type Online = Result<'checkCertificate'> | undefined;

function Answer(props: { finding: Finding; online: Online }) {
  const t = useT('certificate');
  const f = useFormat();
  const { lang } = useLang();
  const { name } = useCertificateWords();
  const { finding, online } = props;
  if (finding.kind === 'valid') {
    const { holder, programme, issuedAt } = finding.certificate;
    const revoked = online?.revokedAt;
    return (
      <Notice tone={revoked === undefined ? 'good' : 'bad'} live title={t('file.valid')}>
        <p>
          {t('file.validBody', {
            name: name(holder),
            programme: pick(programme, lang).text,
            day: f.day(issuedAt.slice(0, 10)),
          })}
        </p>
        <p>
          {revoked !== undefined
            ? t('file.onlineRevoked', { day: f.day(revoked.slice(0, 10)) })
            : t(online === undefined ? 'file.onlineUnknown' : 'file.online')}
        </p>
      </Notice>
    );
  }
  const said =
    finding.kind === 'altered'
      ? t('file.altered', {
          fields: finding.fields.map((field) => t.maybe(`field.${field}`) ?? field).join(t('file.join')),
        })
      : finding.kind === 'wrong_algorithm'
        ? t('file.wrong_algorithm', { algorithm: finding.algorithm })
        : t(`file.${finding.kind}`);
  return (
    <Notice tone={finding.kind === 'cannot_check' ? 'warn' : 'bad'} live title={t('file.notValid')}>
      {said}
    </Notice>
  );
}

const parsed = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
};

/** Checks a signed file in the reader's own browser; only its code is looked up. */
export function CertificateFileCheck() {
  const t = useT('certificate');
  const call = useClient();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<{ finding: Finding; online: Online }>();
  const change = (value: string) => {
    setText(value);
    setAnswer(undefined);
  };
  const check = useAction(async () => {
    const { keys } = await call('listCertificateKeys');
    const finding = await checkCertificate(parsed(text), keys);
    const online =
      finding.kind === 'valid'
        ? await call('checkCertificate', { params: { code: finding.certificate.code } }).catch(
            () => undefined,
          )
        : undefined;
    setAnswer({ finding, online });
  });
  return (
    <Panel title={t('file.title')}>
      <p>{t('file.lead')}</p>
      <p class="field">
        <label for="certificate-file">{t('file.pick')}</label>
        <input
          id="certificate-file"
          type="file"
          accept="application/json,.json"
          onChange={(event) => void event.currentTarget.files?.[0]?.text().then(change)}
        />
      </p>
      <TextArea name="text" label={t('file.paste')} rows={4} value={text} onChange={change} />
      <Button
        kind="quiet"
        pending={check.pending}
        unavailable={text.trim() === ''}
        onClick={() => void check.run()}
      >
        {t('file.do')}
      </Button>
      <ProblemNotice problem={check.problem} />
      {answer !== undefined && <Answer {...answer} />}
    </Panel>
  );
}
