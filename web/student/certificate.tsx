import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { CertificateCard } from '../components/certificate-card.tsx';
import { CopyText } from '../components/facts.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { saveFile } from '../components/save-file.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { CertificateDetails } from './certificate-details.tsx';

type Certificate = Result<'listMyCertificates'>['items'][number];

function Issued(props: { certificate: Certificate; code: string; file: string }) {
  const t = useT('certificate');
  const f = useFormat();
  const call = useClient();
  const { certificate, code, file } = props;
  const { id, holder = {}, internship, revokedAt, reason = '' } = certificate;
  const pdf = useAction(async () =>
    saveFile(await call('getCertificatePdf', { params: { certificateId: id } }), `certificate-${code}.pdf`),
  );
  const link = `${location.origin}/certificates/${code}`;
  const share = useAction(() => navigator.share({ title: t('card.title'), url: link }));
  return (
    <>
      {revokedAt !== undefined && (
        <Notice tone="bad" title={t('mine.revoked')}>
          {t('mine.revokedBody', { day: f.day(revokedAt.slice(0, 10)), reason })}
        </Notice>
      )}
      <CertificateCard of={{ holder, internship }} code={code} />
      <div class="row">
        <Button pending={pdf.pending} onClick={() => void pdf.run()}>
          {t('mine.pdf')}
        </Button>
        <Button
          kind="quiet"
          onClick={() => saveFile(new Blob([file], { type: 'application/json' }), `certificate-${code}.json`)}
        >
          {t('mine.json')}
        </Button>
        <Button kind="quiet" onClick={() => print()}>
          {t('mine.print')}
        </Button>
        {'share' in navigator && (
          <Button kind="quiet" onClick={() => void share.run()}>
            {t('mine.share')}
          </Button>
        )}
      </div>
      <ProblemNotice problem={pdf.problem} />
      <p>
        <a href={`/certificates/${code}`}>{t('mine.link')}</a>
      </p>
      <CopyText text={link} label={t('mine.link')} />
    </>
  );
}

function One(props: { certificate: Certificate; onChanged: () => void }) {
  const t = useT('certificate');
  const { certificate, onChanged } = props;
  const { code, file, confirmed } = certificate;
  if (code !== undefined && file !== undefined)
    return <Issued certificate={certificate} code={code} file={file} />;
  if (confirmed === undefined)
    return <CertificateDetails certificate={certificate} onConfirmed={onChanged} />;
  return (
    <Notice tone="info" live>
      <p>{t('mine.confirmed')}</p>
      <Button kind="quiet" onClick={onChanged}>
        {t('mine.again')}
      </Button>
    </Notice>
  );
}

/** The student's certificates: look the details over, then have them as PDF, file, link and print. */
export default function MyCertificate() {
  const t = useT('certificate');
  const list = useResource('listMyCertificates');
  const [asked, setAsked] = useState(0);
  const changed = () => {
    void list.reload();
    // It is signed within moments.
    if (asked < 3) setTimeout(() => void list.reload(), 1500);
    setAsked(asked + 1);
  };
  return (
    <Page title={t('mine.title')} lead={t('mine.lead')} narrow>
      <Loaded of={list} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title={t('mine.empty')}
              action={<ButtonLink href="/student/result">{t('mine.result')}</ButtonLink>}
            >
              {t('mine.emptyBody')}
            </Empty>
          ) : (
            <>
              {items.map((certificate) => (
                <One key={certificate.id} certificate={certificate} onChanged={changed} />
              ))}
              <Panel title={t('mine.followUp')}>
                <p>{t('mine.followUpBody')}</p>
                <ButtonLink kind="quiet" href="/student/follow-up">
                  {t('mine.followUpLink')}
                </ButtonLink>
              </Panel>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
