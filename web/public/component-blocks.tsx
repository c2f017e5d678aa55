import { useState } from 'preact/hooks';
import { Button } from '../components/button.tsx';
import { Confirm } from '../components/dialog.tsx';
import { CopyText, FactList, Figure } from '../components/facts.tsx';
import { Histogram } from '../components/histogram.tsx';
import { ButtonLink } from '../components/link.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded } from '../components/problem.tsx';
import { State } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { TaskList } from '../components/task-list.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';

const rows = [
  { id: 'jobA', state: 'published', seats: 3 },
  { id: 'jobB', state: 'changes_requested', seats: 2 },
  { id: 'jobC', state: 'draft', seats: 1 },
] as const;
const counts = [412, 188, 96, 41] as const;
const unread = {
  data: undefined,
  problem: undefined,
  loading: true,
  reload: () => Promise.resolve(),
  set: () => undefined,
};

export function BlockSamples() {
  const t = useT('catalogue');
  const f = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Panel title={t('buttons')}>
        <div class="row">
          <Button>{t('primary')}</Button>
          <Button kind="quiet">{t('quiet')}</Button>
          <Button kind="danger" onClick={() => setOpen(true)}>
            {t('danger')}
          </Button>
          <Button pending>{t('pending')}</Button>
          <Button unavailable>{t('unavailable')}</Button>
        </div>
        <div class="row">
          <State of="application" is="draft" />
          <State of="application" is="reviewing" />
          <State of="application" is="matched" />
          <State of="company" is="needs_info" />
          <State of="company" is="rejected" />
        </div>
        <Confirm
          open={open}
          title={t('publish')}
          word={t('publishWord')}
          danger
          confirm={t('publish')}
          onConfirm={() => setOpen(false)}
          onClose={() => setOpen(false)}
        >
          <p>{t('publishBody')}</p>
        </Confirm>
      </Panel>
      <Panel title={t('notices')}>
        <div class="stack">
          <Notice tone="good">{t('noticeGood')}</Notice>
          <Notice tone="bad">{t('noticeBad')}</Notice>
          <Notice tone="warn">{t('noticeWarn')}</Notice>
          <Notice tone="info">{t('noticeInfo')}</Notice>
          <Empty title={t('empty')} action={<ButtonLink href="/postings">{t('posting')}</ButtonLink>}>
            {t('emptyBody')}
          </Empty>
        </div>
      </Panel>
      <Panel title={t('table')}>
        <Table
          caption={t('posting')}
          quietCaption
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { head: t('posting'), cell: (row) => t(row.id), main: true },
            { head: t('state'), cell: (row) => <State of="posting" is={row.state} /> },
            { head: t('seats'), cell: (row) => f.number(row.seats), numeric: true },
          ]}
        />
      </Panel>
      <Panel title={t('tasks')}>
        <TaskList
          tasks={[
            { title: t('tasksAbout'), href: '/student/profile', state: 'done' },
            { title: t('tasksStudy'), href: '/student/profile', state: 'todo' },
            { title: t('tasksDocs'), hint: t('tasksDocsHint'), state: 'blocked' },
          ]}
        />
      </Panel>
      <Panel title={t('histogram')}>
        <Histogram
          title={t('histogram')}
          bins={[
            ...counts.map((count, index) => ({ label: t('choice', { n: index + 1 }), count })),
            { label: t('none'), count: 57, marked: true },
          ]}
        />
      </Panel>
      <Panel title={t('facts')}>
        <div class="figures">
          <Figure value={f.number(10769)} label={t('posting')} href="/postings" />
          <Figure value={f.percent(0.94)} label={t('state')} />
        </div>
        <FactList
          of={[
            [t('seats'), f.number(3)],
            [t('start'), f.day('2027-06-29')],
            [t('hash'), <CopyText text="9f2c4be1a07d" label={t('hash')} />],
          ]}
        />
      </Panel>
      <Panel title={t('loading')}>
        <Loaded of={unread}>{() => null}</Loaded>
      </Panel>
    </>
  );
}
