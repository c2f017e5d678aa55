import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual, useBilingual } from '../components/bilingual.tsx';
import { Button } from '../components/button.tsx';
import { useCertificateWords } from '../components/certificate-words.ts';
import { Select } from '../components/choice-field.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { CorrectNames } from './correct-names.tsx';

type Certificate = Result<'listCycleCertificates'>['items'][number];
const states = ['eligible', 'issued', 'revoked'] as const;
const tone = { eligible: 'info', issued: 'good', revoked: 'bad' } as const;

/** The certificates of a cycle: names are corrected until the student confirms them, an issued one that is wrong is revoked. */
export default function Certificates() {
  const t = useT('certificate');
  const f = useFormat();
  const say = useBilingual();
  const call = useClient();
  const query = useQuery();
  const { name } = useCertificateWords();
  const cycles = useResource('listCycles', { query: { limit: 50 } });
  const ended = cycles.data?.items ?? [];
  const cycleId =
    query.one('cycle') ?? ended.find(({ phase }) => phase === 'archived')?.id ?? ended[0]?.id ?? 'current';
  const state = states.find((one) => one === query.one('state'));
  const list = useResource(cycles.data !== undefined && 'listCycleCertificates', {
    params: { cycleId },
    query: { cursor: query.one('cursor'), limit: 50, state },
  });
  const [chosen, setChosen] = useState<Certificate>();
  const [done, setDone] = useState<'revoked' | 'corrected'>();
  const revoke = useAction(({ id, version }: Certificate, reason: string) =>
    call('revokeCertificate', { params: { certificateId: id }, body: { reason }, ifMatch: version }),
  );
  const submit = async (reason: string | undefined) => {
    if (chosen === undefined || reason === undefined) return;
    if ((await revoke.run(chosen, reason)) === undefined) return;
    setChosen(undefined);
    setDone('revoked');
    await list.reload();
  };
  const corrected = async () => {
    setDone('corrected');
    await list.reload();
  };
  const named = (one: Certificate) => (one.holder === undefined ? one.name : name(one.holder));
  return (
    <Page title={t('all.title')} lead={t('all.lead')} compact>
      {done !== undefined && (
        <Notice tone="good" live>
          {t(done === 'revoked' ? 'all.done' : 'all.correctDone')}
        </Notice>
      )}
      <div class="row">
        <Select
          name="cycle"
          label={t('all.cycle')}
          value={cycleId}
          options={ended.map((cycle) => ({ value: cycle.id, label: say(cycle.name) }))}
          onChange={(value) => query.set({ cycle: value })}
        />
        <Select
          name="state"
          label={t('all.state')}
          value={state ?? 'any'}
          options={[
            { value: 'any', label: t('all.any') },
            ...states.map((value) => ({ value, label: t(`all.${value}`) })),
          ]}
          onChange={(value) => query.set({ state: value === 'any' ? undefined : value })}
        />
        <p>
          <a href="/statistics">{t('all.statistics')}</a>
        </p>
      </div>
      <Loaded of={list} lines={8}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={t('all.empty')}>{t('all.emptyBody')}</Empty>
          ) : (
            <>
              <Table
                caption={t('all.title')}
                quietCaption
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
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
                  },
                  {
                    head: t('all.internship'),
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
                  {
                    head: t('all.action'),
                    cell: (one) => (
                      <span class="row">
                        {one.code !== undefined && <a href={`/certificates/${one.code}`}>{t('all.open')}</a>}
                        <CorrectNames certificate={one} name={named(one)} onDone={() => void corrected()} />
                        {one.state === 'issued' && (
                          <Button
                            kind="danger"
                            label={t('all.revokeOf', { name: named(one) })}
                            onClick={() => setChosen(one)}
                          >
                            {t('all.revoke')}
                          </Button>
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
      <ReasonDialog
        open={chosen !== undefined}
        title={chosen === undefined ? t('all.revoke') : t('all.revokeOf', { name: named(chosen) })}
        label={t('all.reason')}
        submit={t('all.revoke')}
        action={revoke}
        onSubmit={(reason) => void submit(reason)}
        onClose={() => setChosen(undefined)}
      >
        <p>{t('all.revokeBody')}</p>
      </ReasonDialog>
    </Page>
  );
}
