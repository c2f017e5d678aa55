import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { CertificateCard } from '../components/certificate-card.tsx';
import { Radios } from '../components/choice-field.tsx';
import { Form } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { useT } from '../i18n/use-lang.tsx';

type Certificate = Result<'listMyCertificates'>['items'][number];
type Show = 'chinese' | 'passport' | 'both';

/** The last look before a certificate is signed: which name it shows, and all that it says. */
export function CertificateDetails(props: { certificate: Certificate; onConfirmed: () => void }) {
  const t = useT('certificate');
  const call = useClient();
  const { id, names, internship, version } = props.certificate;
  const { chinese, passport } = names;
  const options: { value: Show; label: string }[] = [
    ...(chinese !== undefined && passport !== undefined
      ? [{ value: 'both' as const, label: t('mine.both', { chinese, passport }) }]
      : []),
    ...(chinese !== undefined
      ? [{ value: 'chinese' as const, label: t('mine.chinese', { name: chinese }) }]
      : []),
    ...(passport !== undefined
      ? [{ value: 'passport' as const, label: t('mine.passport', { name: passport }) }]
      : []),
  ];
  const [show, setShow] = useState<Show | ''>(options[0]?.value ?? '');
  const confirm = useAction((chosen: Show) =>
    call('confirmCertificate', { params: { certificateId: id }, body: { show: chosen }, ifMatch: version }),
  );
  const submit = async () => {
    if (show !== '' && (await confirm.run(show)) !== undefined) props.onConfirmed();
  };
  const holder = {
    ...(show !== 'passport' && { chinese }),
    ...(show !== 'chinese' && { passport }),
  };
  return (
    <Panel title={t('mine.details')}>
      <p>{t('mine.detailsBody')}</p>
      <CertificateCard of={{ holder, internship }} />
      {options.length === 0 ? (
        <Notice tone="warn">{t('mine.noNames')}</Notice>
      ) : (
        <Form
          onSubmit={() => void submit()}
          submit={t('mine.confirm')}
          pending={confirm.pending}
          problem={confirm.problem}
        >
          <Radios name="show" label={t('mine.show')} options={options} value={show} onChange={setShow} />
          <p class="hint">{t('mine.printHint')}</p>
          <p>{t('mine.wrong')}</p>
        </Form>
      )}
    </Panel>
  );
}
