import { useClient } from '../api/context.ts';
import { sendFile } from '../api/send-file.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { useForm } from '../components/use-form.ts';
import { ProblemNotice } from '../components/problem.tsx';
import { TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Placement } from './placement.ts';

/** A new version: typed, or as a PDF. */
export function NewAgreement(props: {
  placement: Placement;
  onChanged: (placement: Placement) => void;
  onClose: () => void;
}) {
  const t = useT('internship');
  const words = useT('shared');
  const call = useClient();
  const { placement } = props;
  const last = placement.checklist.agreement?.versions.at(-1)?.content;
  const form = useForm({ text: last?.kind === 'text' ? last.text : '' }, 'agreement');
  const at = { params: { placementId: placement.id }, ifMatch: placement.version };
  const write = useAction(() => call('writeAgreement', { ...at, body: form.values }));
  const upload = useAction(async (file: File) =>
    props.onChanged(
      await sendFile(call, file, 'application/pdf', ({ uploadId, nothing }) =>
        call('uploadAgreement', { ...at, query: { fileName: file.name, uploadId }, upload: nothing }),
      ),
    ),
  );
  return (
    <>
      <Form
        onSubmit={() => void write.run().then((changed) => changed && props.onChanged(changed))}
        submit={t('agreement.submit')}
        pending={write.pending}
        problem={write.problem}
        before={form.before}
        actions={
          <Button
            kind="quiet"
            onClick={() => {
              form.before.forget();
              props.onClose();
            }}
          >
            {words('form.cancel')}
          </Button>
        }
      >
        <TextArea
          {...form.field('text')}
          label={t('agreement.text')}
          hint={t('agreement.textHint')}
          rows={8}
          max={8000}
        />
      </Form>
      <div class="field">
        <label for="agreement-file">{t('agreement.upload')}</label>
        <p class="hint" id="agreement-file-hint">
          {t('agreement.uploadHint')}
        </p>
        <input
          id="agreement-file"
          type="file"
          accept=".pdf,application/pdf"
          aria-describedby="agreement-file-hint"
          onChange={(event) => {
            const file = event.currentTarget.files?.item(0);
            if (file) void upload.run(file);
          }}
        />
        <p role="status">{upload.pending ? t('agreement.uploading') : ''}</p>
        <ProblemNotice problem={upload.problem} />
      </div>
    </>
  );
}
