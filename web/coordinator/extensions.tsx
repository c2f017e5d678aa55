import { useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useAction } from '../api/use-action.ts';
import { useResource } from '../api/use-resource.ts';
import { Button } from '../components/button.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { ReasonDialog } from '../components/reason-dialog.tsx';
import { Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { ExtensionForm } from './extension-form.tsx';

type Extension = Result<'listExtensions'>['items'][number];

function List(props: { items: readonly Extension[]; now: number; onTaken: () => void }) {
  const t = useT('desk');
  const call = useClient();
  const [asked, setAsked] = useState<Extension>();
  const inForce = ({ until }: Extension) => Date.parse(until) >= props.now;
  const take = useAction(async (reason: string) => {
    if (asked === undefined) return;
    const { to, step, cycleId, version } = asked;
    const body = { to, step, reason };
    await call('takeBackExtension', { params: { cycleId }, body, ifMatch: version });
    setAsked(undefined);
    props.onTaken();
  });
  return (
    <>
      <Table
        caption={t('extensions.list')}
        quietCaption
        rows={props.items}
        rowKey={({ to, step }) => JSON.stringify([to, step])}
        columns={[
          {
            head: t('extensions.name'),
            main: true,
            cell: ({ to, name }) => (
              <a
                href={
                  to.kind === 'student'
                    ? `/coordinator/students/${encodeURIComponent(to.studentId)}`
                    : `/coordinator/companies/${to.companyId}`
                }
              >
                {name}
              </a>
            ),
          },
          { head: t('extensions.step'), cell: ({ step }) => t(`extensions.steps.${step}`) },
          { head: t('extensions.until'), cell: ({ until }) => <DateTime at={until} /> },
          { head: t('support.why'), cell: ({ reason }) => reason },
          {
            head: t('extensions.state'),
            cell: (one) =>
              inForce(one) ? (
                <span class="row">
                  <Status tone="info">{t('extensions.running')}</Status>
                  <Button
                    kind="quiet"
                    label={t('extensions.takeBackOf', { name: one.name })}
                    onClick={() => setAsked(one)}
                  >
                    {t('extensions.takeBack')}
                  </Button>
                </span>
              ) : (
                <Status tone="quiet">{t('extensions.over')}</Status>
              ),
          },
        ]}
      />
      <ReasonDialog
        open={asked !== undefined}
        title={t('extensions.takeBackOf', { name: asked?.name ?? '' })}
        label={t('extensions.takeBackReason')}
        submit={t('extensions.takeBack')}
        action={take}
        onSubmit={(reason) => {
          if (reason !== undefined) void take.run(reason);
        }}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
}

/** More time for one student or company, and who has it. */
export default function Extensions() {
  const t = useT('desk');
  const now = Date.now();
  const cursor = useQuery().one('cursor');
  const list = useResource('listExtensions', {
    params: { cycleId: 'current' },
    query: { limit: 50, ...(cursor !== undefined && { cursor }) },
  });
  return (
    <Page title={t('extensions.title')} lead={t('extensions.lead')} compact>
      <ExtensionForm onGranted={() => void list.reload()} />
      <Panel title={t('extensions.list')}>
        <Loaded of={list} lines={5}>
          {({ items, next }) =>
            items.length === 0 ? (
              <Empty title={t('extensions.empty')}>{t('extensions.emptyBody')}</Empty>
            ) : (
              <>
                <List items={items} now={now} onTaken={() => void list.reload()} />
                <Pager next={next} />
              </>
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}
