import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Form } from '../components/form.tsx';
import { TextArea, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Certificate = Result<'listCycleCertificates'>['items'][number];
const orNone = (name: string): string | undefined => (name.trim() === '' ? undefined : name.trim());

/** Corrects the names that a student may choose from, until one is confirmed; the trail keeps both and why. */
export function CorrectNames(props: { certificate: Certificate; name: string; onDone: () => void }) {
  const t = useT('certificate');
  const shared = useT('shared');
  const call = useClient();
  const { id, version, names, confirmed } = props.certificate;
  const [open, setOpen] = useState(false);
  const [chinese, setChinese] = useState('');
  const [passport, setPassport] = useState('');
  const [reason, setReason] = useState('');
  const correct = useAction(async () => {
    await call('correctCertificateNames', {
      params: { certificateId: id },
      body: { names: { chinese: orNone(chinese), passport: orNone(passport) }, reason },
      ifMatch: version,
    });
    setOpen(false);
    props.onDone();
  });
  if (names === undefined || confirmed !== undefined) return null;
  const begin = () => {
    setChinese(names.chinese ?? '');
    setPassport(names.passport ?? '');
    setReason('');
    setOpen(true);
  };
  const close = () => {
    correct.clear();
    setOpen(false);
  };
  const title = t('all.correctOf', { name: props.name });
  return (
    <>
      <Button kind="quiet" label={title} onClick={begin}>
        {t('all.correct')}
      </Button>
      <Dialog open={open} title={title} onClose={close}>
        <p>{t('all.correctBody')}</p>
        <Form
          submit={t('all.correct')}
          pending={correct.pending}
          problem={correct.problem}
          onSubmit={() => void correct.run()}
          actions={
            <Button kind="quiet" onClick={close}>
              {shared('form.cancel')}
            </Button>
          }
        >
          <TextField
            name="names/chinese"
            label={t('all.chinese')}
            lang="zh"
            optional
            autocomplete="off"
            value={chinese}
            onChange={setChinese}
          />
          <TextField
            name="names/passport"
            label={t('all.passport')}
            lang="en"
            optional
            autocomplete="off"
            value={passport}
            onChange={setPassport}
          />
          <TextArea
            name="reason"
            label={t('all.correctReason')}
            rows={3}
            max={2000}
            value={reason}
            onChange={setReason}
          />
        </Form>
      </Dialog>
    </>
  );
}
