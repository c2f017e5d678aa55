import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FieldProblem } from '../api/problem.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { DateTime } from '../components/date-time.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { TextArea } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Look = Result<'lookAtStudent'>;

/** Asks why first; what is then shown is somebody else's, read only. */
export function SupportLook(props: {
  back: string;
  open: (reason: string) => Promise<Look>;
  children: (lookId: string) => ComponentChildren;
}) {
  const t = useT('desk');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState<readonly FieldProblem[]>([]);
  const [look, setLook] = useState<Look>();
  const open = useAction(async () => setLook(await props.open(reason)));
  const submit = () => {
    const said = reason.trim() !== '';
    setMissing(said ? [] : [{ pointer: '/reason', reason: 'must not be empty' }]);
    if (said) void open.run();
  };
  return (
    <Page title={t('support.title')} lead={t('support.lead')} back={{ href: props.back }} compact>
      {look === undefined ? (
        <Form
          onSubmit={submit}
          submit={t('support.open')}
          pending={open.pending}
          problem={open.problem}
          problems={missing}
        >
          <TextArea
            name="reason"
            label={t('support.why')}
            hint={t('support.whyHint')}
            rows={3}
            max={2000}
            value={reason}
            onChange={setReason}
          />
        </Form>
      ) : (
        <>
          <Notice tone="info">
            <p>
              {t('support.until')} <DateTime at={look.until} />
            </p>
          </Notice>
          {props.children(look.id)}
        </>
      )}
    </Page>
  );
}
