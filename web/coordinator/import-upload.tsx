import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { FieldProblem } from '../api/problem.ts';
import { sendFile } from '../api/send-file.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Form } from '../components/form.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { saveFile } from '../components/save-file.ts';
import { TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useLocation } from '../shell/location.tsx';
import { importFields } from './import-mapping.tsx';

/** Sends a sheet and goes on to what was found in it. */
function useUpload(cycleId: string) {
  const call = useClient();
  const { route } = useLocation();
  return useAction(async (sheet: Blob, fileName: string) => {
    const { id } = await sendFile(call, sheet, 'text/csv', ({ uploadId, nothing }) =>
      call('uploadImport', { params: { cycleId }, query: { fileName, uploadId }, upload: nothing }),
    );
    route(`/coordinator/import/${id}`);
  });
}

/** A file by drop or by the browser's picker; the picker is what keyboards and screen readers use. */
function OfFile(props: { cycleId: string }) {
  const t = useT('coordinator');
  const [over, setOver] = useState(false);
  const upload = useUpload(props.cycleId);
  const take = (file: File | null | undefined) => {
    if (file) void upload.run(file, file.name);
  };
  return (
    <>
      <ProblemNotice problem={upload.problem} />
      <div
        class={over ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files.item(0));
        }}
      >
        <label for="import-file" class="strong">
          {t('imports.file')}
        </label>
        <p class="hint" id="import-file-hint">
          {t('imports.fileHint')}
        </p>
        <input
          id="import-file"
          type="file"
          accept=".csv,text/csv"
          aria-describedby="import-file-hint"
          onChange={(event) => take(event.currentTarget.files?.item(0))}
        />
        <p role="status">{upload.pending ? t('imports.uploading') : ''}</p>
      </div>
    </>
  );
}

/** Cells copied from a spreadsheet: they come with tabs between them. */
function OfPasted(props: { cycleId: string }) {
  const t = useT('coordinator');
  const [rows, setRows] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const upload = useUpload(props.cycleId);
  const submit = () => {
    const empty = rows.trim() === '';
    setMissing(empty ? [{ pointer: '/rows', reason: 'must not be empty' }] : []);
    if (!empty) void upload.run(new Blob([rows], { type: 'text/csv' }), t('imports.pastedName'));
  };
  return (
    <Form
      onSubmit={submit}
      submit={t('imports.usePasted')}
      pending={upload.pending}
      problem={upload.problem}
      problems={missing}
    >
      <TextArea
        name="rows"
        label={t('imports.pasted')}
        hint={t('imports.pastedHint')}
        rows={4}
        value={rows}
        onChange={setRows}
      />
    </Form>
  );
}

/** The column names that are understood without help, in a sheet to fill in. */
function EmptySheet() {
  const t = useT('coordinator');
  const save = () => {
    const names = importFields.map((field) => `"${t(`mapping.fields.${field}`)}"`);
    // Excel takes a file without a byte order mark to be in the machine's own encoding.
    saveFile(new Blob([`\ufeff${names.join(',')}\r\n`], { type: 'text/csv' }), t('imports.emptySheetName'));
  };
  return (
    <p>
      <Button kind="quiet" onClick={save}>
        {t('imports.emptySheet')}
      </Button>
    </p>
  );
}

export function ImportUpload(props: { cycleId: string }) {
  const t = useT('coordinator');
  return (
    <Panel title={t('imports.upload')}>
      <OfFile cycleId={props.cycleId} />
      <EmptySheet />
      <OfPasted cycleId={props.cycleId} />
    </Panel>
  );
}
