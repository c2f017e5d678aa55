import { useClient } from '../api/context.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { AskReason } from '../components/ask-reason.tsx';
import { DateTime } from '../components/date-time.tsx';
import { Empty } from '../components/notice.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Loaded } from '../components/problem.tsx';
import { Status } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useQuery } from '../shell/place.tsx';
import { ExtensionForm } from './extension-form.tsx';

type Extension = Result<'listExtensions'>['items'][number];

function List(props: { items: readonly Extension[]; now: number; onTaken: () => void }) {
  const t = useT('desk');
  const call = useClient();
  const inForce = ({ until }: Extension) => Date.parse(until) >= props.now;
  const take = async ({ to, step, cycleId, version }: Extension, reason: string) => {
    const body = { to, step, reason };
    await call('takeBackExtension', { params: { cycleId }, body, ifMatch: version });
    props.onTaken();
  };
  return (
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
        { head: t('extensions.why'), cell: ({ reason }) => reason },
        {
          head: t('extensions.state'),
          cell: (one) =>
            inForce(one) ? (
              <span class="row">
                <Status tone="info">{t('extensions.running')}</Status>
                <AskReason
                  words={t('extensions.takeBack')}
                  about={t('extensions.takeBackOf', { name: one.name })}
                  label={t('extensions.takeBackReason')}
                  act={(reason) => take(one, reason)}
                />
              </span>
            ) : (
              <Status tone="quiet">{t('extensions.over')}</Status>
            ),
        },
      ]}
    />
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
