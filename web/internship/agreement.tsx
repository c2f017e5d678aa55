import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { saveFile } from '../components/save-file.ts';
import { Status } from '../components/status.tsx';
import { ownZone } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { DoneBy } from './done-by.tsx';
import { NewAgreement } from './new-agreement.tsx';
import { isOver, type PartProps, type Placement } from './placement.ts';

type Version = NonNullable<Placement['checklist']['agreement']>['versions'][number];

/** The words of a version, or its file. */
function Content(props: { placementId: string; version: Version }) {
  const t = useT('internship');
  const f = useFormat();
  const call = useClient();
  const { content, number } = props.version;
  const download = useAction(async () => {
    const file = await call('getAgreementFile', { params: { placementId: props.placementId, number } });
    saveFile(file, content.kind === 'pdf' ? content.name : `agreement-${number}.pdf`);
  });
  if (content.kind === 'text')
    return (
      <div class="prose">
        {content.text.split(/\n+/).map((paragraph, index) => (
          <p key={index}>{paragraph}</p>
        ))}
      </div>
    );
  return (
    <>
      <p>{content.name}</p>
      <Button kind="quiet" pending={download.pending} onClick={() => void download.run()}>
        {t('agreement.download', { size: `${f.number(Math.ceil(content.bytes / 1024), 0)} KB` })}
      </Button>
      <ProblemNotice problem={download.problem} />
    </>
  );
}

/** Whether each side has confirmed the last version. */
function Confirmations(props: { placement: Placement }) {
  const t = useT('internship');
  const f = useFormat();
  const confirmed = props.placement.checklist.agreement?.confirmed ?? {};
  return (
    <dl class="facts">
      {(['student', 'company'] as const).map((side) => {
        const at = confirmed[side];
        return (
          <div key={side}>
            <dt>{t(`side.${side}`)}</dt>
            <dd>
              {at === undefined ? (
                <Status tone="warn">{t('agreement.waiting')}</Status>
              ) : (
                <Status tone="good">{t('agreement.confirmedAt', { at: f.day(at, ownZone()) })}</Status>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The agreement in its last version, both confirmations, and the way to a new version. */
export function AgreementPanel(props: PartProps) {
  const t = useT('internship');
  const call = useClient();
  const { placement, reader, onChanged } = props;
  const { agreement } = placement.checklist;
  const [writing, setWriting] = useState(false);
  const latest = agreement?.versions.at(-1);
  const confirm = useAction(async (number: number) =>
    onChanged(
      await call('confirmAgreement', {
        params: { placementId: placement.id },
        body: { number },
        ifMatch: placement.version,
      }),
    ),
  );
  const may = reader !== 'coordinator' && !isOver(placement);
  const mine = reader === 'coordinator' ? undefined : agreement?.confirmed[reader];
  return (
    <div id="agreement">
      <Panel title={t('list.agreement')}>
        {latest === undefined ? (
          <p>{t('agreement.none')}</p>
        ) : (
          <>
            <p class="strong">{t('agreement.version', { number: latest.number })}</p>
            <Content placementId={placement.id} version={latest} />
            <DoneBy by={latest.by} at={latest.at} />
            <Confirmations placement={placement} />
          </>
        )}
        <ProblemNotice problem={confirm.problem} />
        {mine !== undefined && <Notice tone="good">{t('agreement.confirmed')}</Notice>}
        {may && (
          <p class="row">
            {latest !== undefined && mine === undefined && (
              <Button pending={confirm.pending} onClick={() => void confirm.run(latest.number)}>
                {t('agreement.confirm', { number: latest.number })}
              </Button>
            )}
            {!writing && (
              <Button kind="quiet" onClick={() => setWriting(true)}>
                {t('agreement.write')}
              </Button>
            )}
          </p>
        )}
        {may && writing && (
          <NewAgreement
            placement={placement}
            onChanged={(changed) => {
              setWriting(false);
              onChanged(changed);
            }}
            onClose={() => setWriting(false)}
          />
        )}
        {agreement !== undefined && agreement.versions.length > 1 && (
          <details>
            <summary>{t('agreement.earlier')}</summary>
            {agreement.versions
              .slice(0, -1)
              .toReversed()
              .map((version) => (
                <section key={version.number}>
                  <h3>{t('agreement.version', { number: version.number })}</h3>
                  <Content placementId={placement.id} version={version} />
                  <DoneBy by={version.by} at={version.at} />
                </section>
              ))}
          </details>
        )}
      </Panel>
    </div>
  );
}
