import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Certificate = Result<'listStudentCertificates'>['items'][number];
const orNone = (name: string): string | undefined => (name.trim() === '' ? undefined : name.trim());

/** Corrects the names that a student may choose from, until one is confirmed; the trail keeps both and why. */
export function CorrectNames(props: { certificate: Certificate; name: string; onDone: () => void }) {
  const t = useT('certificate');
  const call = useClient();
  const { id, version, names, confirmed } = props.certificate;
  const [typed, setTyped] = useState<{ chinese?: string; passport?: string }>({});
  if (names === undefined || confirmed !== undefined) return null;
  const { chinese = '', passport = '' } = { ...names, ...typed };
  return (
    <AskReason
      words={t('all.correct')}
      about={t('all.correctOf', { name: props.name })}
      label={t('all.correctReason')}
      onOpen={() => setTyped({})}
      fields={
        <>
          <TextField
            name="names/chinese"
            label={t('all.chinese')}
            lang="zh"
            optional
            autocomplete="off"
            value={chinese}
            onChange={(value) => setTyped({ ...typed, chinese: value })}
          />
          <TextField
            name="names/passport"
            label={t('all.passport')}
            lang="en"
            optional
            autocomplete="off"
            value={passport}
            onChange={(value) => setTyped({ ...typed, passport: value })}
          />
        </>
      }
      act={async (reason) => {
        const body = { names: { chinese: orNone(chinese), passport: orNone(passport) }, reason };
        await call('correctCertificateNames', { params: { certificateId: id }, body, ifMatch: version });
        props.onDone();
      }}
    >
      <p>{t('all.correctBody')}</p>
    </AskReason>
  );
}
