import type { ComponentChildren } from 'preact';
import { useT } from '../i18n/use-lang.tsx';
import { Button } from './button.tsx';
import { DateTime } from './date-time.tsx';
import { CopyText, FactList } from './facts.tsx';
import { saveFile } from './save-file.ts';

export interface CertifiedList {
  roundId: string;
  certifiedAt?: string | undefined;
  receipt?: { document: string; sha256: string } | undefined;
}

/** What was certified, when, and its hash: for the owner to keep. Nothing while nothing is certified. */
export function Receipt(props: {
  of: CertifiedList;
  /** One below the heading that it stands under. */
  heading: 'h2' | 'h3';
  children: ComponentChildren;
}) {
  const t = useT('shared');
  const { roundId, certifiedAt, receipt } = props.of;
  if (receipt === undefined) return null;
  const Heading = props.heading;
  const save = () =>
    saveFile(new Blob([receipt.document], { type: 'application/json' }), `rank-list-${roundId}.json`);
  return (
    <section class="stack">
      <Heading>{t('receipt.title')}</Heading>
      {props.children}
      <FactList
        of={[
          [t('receipt.at'), certifiedAt !== undefined && <DateTime at={certifiedAt} />],
          [t('receipt.hash'), <CopyText text={receipt.sha256} label={t('receipt.hash')} />],
        ]}
      />
      <p class="muted">{t('receipt.use')}</p>
      <p>
        <Button kind="quiet" icon="down" onClick={save}>
          {t('receipt.download')}
        </Button>
      </p>
    </section>
  );
}
