import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { DateTime } from '../components/date-time.tsx';
import { Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { ReasonForm } from '../components/reason-form.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Look = Result<'lookAtStudent'>;

/** Asks why first; what is then shown is somebody else's, read only. */
export function SupportLook(props: {
  back: string;
  open: (reason: string) => Promise<Look>;
  children: (lookId: string) => ComponentChildren;
}) {
  const t = useT('desk');
  const [look, setLook] = useState<Look>();
  const open = useAction(async (reason: string) => setLook(await props.open(reason)));
  return (
    <Page title={t('support.title')} lead={t('support.lead')} back={{ href: props.back }} compact>
      {look === undefined ? (
        <ReasonForm
          label={t('support.why')}
          hint={t('support.whyHint')}
          submit={t('support.open')}
          action={open}
          onSubmit={(reason) => void open.run(reason)}
        />
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
