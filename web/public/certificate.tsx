import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual, pick } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { useCertificateWords } from '../components/certificate-words.ts';
import { FactList } from '../components/facts.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Notice } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { saveFile } from '../components/save-file.ts';
import { useFormat, useLang, useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';

type Check = Result<'checkCertificate'>;

function Answer(props: { of: Check }) {
  const t = useT('certificate');
  const f = useFormat();
  const { lang } = useLang();
  const { name } = useCertificateWords();
  const { holder, internship, issuedAt, revokedAt } = props.of;
  const told = { name: name(holder), programme: pick(internship.programme, lang).text };
  if (revokedAt !== undefined)
    return (
      <Notice tone="bad" title={t('check.revoked', { day: f.day(revokedAt.slice(0, 10)) })}>
        {t('check.revokedBody', told)}
      </Notice>
    );
  return (
    <Notice tone="good" title={t('check.valid')}>
      {t('check.validBody', { ...told, day: f.day(issuedAt.slice(0, 10)) })}
    </Notice>
  );
}

function Offline(props: { of: Check }) {
  const t = useT('certificate');
  const call = useClient();
  const json = (value: string) => new Blob([value], { type: 'application/json' });
  const keys = useAction(async () =>
    saveFile(json(JSON.stringify(await call('listCertificateKeys'), null, 2)), 'certificate-keys.json'),
  );
  const file = `certificate-${props.of.code}.json`;
  return (
    <Panel title={t('offline.title')}>
      <p>{t('offline.body')}</p>
      <div class="row">
        <Button kind="quiet" onClick={() => saveFile(json(props.of.file), file)}>
          {t('offline.save')}
        </Button>
        <Button kind="quiet" pending={keys.pending} onClick={() => void keys.run()}>
          {t('offline.saveKeys')}
        </Button>
      </div>
      <ProblemNotice problem={keys.problem} />
      <p>{t('offline.command')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways on a phone */}
      <pre tabIndex={0}>{`npm run --silent verify-certificate -- ${file} --keys certificate-keys.json`}</pre>
    </Panel>
  );
}

/** What a certificate's code leads to: a plain answer first. */
export default function Certificate() {
  const t = useT('certificate');
  const f = useFormat();
  const { name, hours, range } = useCertificateWords();
  const code = useParam('code');
  const found = useResource('checkCertificate', { params: { code } });
  const unknown = found.problem?.code === 'certificate_not_found';
  return (
    <Page title={t('title')} narrow back={{ href: '/certificates', label: t('check.another') }}>
      {unknown ? (
        <>
          <Notice tone="bad" title={t('check.none')}>
            {t('check.noneBody', { code })}
          </Notice>
          <ButtonLink href="/certificates">{t('check.another')}</ButtonLink>
        </>
      ) : (
        <Loaded of={found} lines={6}>
          {(certificate) => (
            <>
              <Answer of={certificate} />
              <Panel title={t('facts.title')}>
                <FactList
                  of={[
                    [t('facts.holder'), <span dir="auto">{name(certificate.holder)}</span>],
                    [t('facts.company'), <Bilingual of={certificate.internship.company} />],
                    [t('facts.posting'), <Bilingual of={certificate.internship.posting} />],
                    [t('facts.dates'), range(certificate.internship.from, certificate.internship.to)],
                    [t('facts.hours'), hours(certificate.internship.hoursAWeek)],
                    [t('facts.programme'), <Bilingual of={certificate.internship.programme} />],
                    [t('facts.issued'), f.day(certificate.issuedAt.slice(0, 10))],
                    [t('facts.code'), <code>{certificate.code}</code>],
                  ]}
                />
              </Panel>
              <Offline of={certificate} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  );
}
