import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import type { Shown } from '../api/use-resource.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { Bilingual } from '../components/bilingual.tsx';
import { useCertificateWords } from '../components/certificate-words.ts';
import { Empty } from '../components/notice.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { Said, useSaid } from '../components/said.tsx';
import { Status } from '../components/status.tsx';
import { type Column, Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { CorrectNames } from './correct-names.tsx';

type Certificate = Result<'listStudentCertificates'>['items'][number];
const tone = { eligible: 'info', issued: 'good', revoked: 'bad' } as const;

/** Certificates of a cycle or of a student: names are corrected until the student confirms them, an issued one that is wrong is revoked. */
export function CertificateList(props: {
  list: Shown<{ items: readonly Certificate[]; next?: string | undefined }>;
  of: 'cycle' | 'student';
}) {
  const t = useT('certificate');
  const f = useFormat();
  const call = useClient();
  const { name } = useCertificateWords();
  const { list, of } = props;
  const [last, said] = useSaid();
  const did = (what: string) => {
    said(what);
    void list.reload();
  };
  const revoke = async ({ id, version }: Certificate, reason: string) => {
    await call('revokeCertificate', { params: { certificateId: id }, body: { reason }, ifMatch: version });
    did(t('all.done'));
  };
  const named = (one: Certificate) => (one.holder === undefined ? one.name : name(one.holder));
  const student: Column<Certificate> = {
    head: t('all.student'),
    main: true,
    cell: (one) => (
      <>
        <a href={`/coordinator/students/${encodeURIComponent(one.studentId)}`} dir="auto">
          {named(one)}
        </a>
        {one.holder === undefined && <span class="muted"> {t('all.waiting')}</span>}
      </>
    ),
  };
  const code: Column<Certificate> = {
    head: t('facts.code'),
    cell: (one) => one.code !== undefined && <a href={`/certificates/${one.code}`}>{one.code}</a>,
  };
  return (
    <>
      <Said {...last} />
      <Loaded of={list} lines={of === 'cycle' ? 8 : 2}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t(`all.none.${of}`)}>{t(`all.noneBody.${of}`)}</Empty>
          ) : (
            <>
              <Table
                caption={t('all.title')}
                quietCaption
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  ...(of === 'cycle' ? [student] : []),
                  {
                    head: t('all.internship'),
                    main: of === 'student',
                    cell: ({ internship }) => <Bilingual of={internship.posting} />,
                  },
                  {
                    head: t('all.state'),
                    cell: (one) => <Status tone={tone[one.state]}>{t(`all.${one.state}`)}</Status>,
                  },
                  {
                    head: t('all.date'),
                    cell: ({ revokedAt, issuedAt, eligibleAt }) =>
                      f.day((revokedAt ?? issuedAt ?? eligibleAt).slice(0, 10)),
                  },
                  ...(of === 'student' ? [code] : []),
                  {
                    head: t('all.action'),
                    cell: (one) => (
                      <span class="row">
                        {of === 'cycle' && one.code !== undefined && (
                          <a href={`/certificates/${one.code}`}>{t('all.open')}</a>
                        )}
                        <CorrectNames
                          certificate={one}
                          name={named(one)}
                          onDone={() => did(t('all.correctDone'))}
                        />
                        {one.state === 'issued' && (
                          <AskReason
                            words={t('all.revoke')}
                            about={t('all.revokeOf', { name: named(one) })}
                            kind="danger"
                            label={t('all.reason')}
                            act={(reason) => revoke(one, reason)}
                          >
                            <p>{t('all.revokeBody')}</p>
                          </AskReason>
                        )}
                      </span>
                    ),
                  },
                ]}
              />
              <Pager next={next} />
            </>
          )
        }
      </Loaded>
    </>
  );
}
