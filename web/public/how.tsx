import { useState } from 'preact/hooks';
import { OrderList } from '../components/order-list.tsx';
import { Page, Panel } from '../components/page.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { fixedLists, isPosting, play, postings, students } from './small-match.ts';

const steps = ['apply', 'rank', 'freeze', 'match', 'check', 'publish'] as const;

/** A match small enough to follow: the reader orders one list and sees at once what the engine makes of it. */
function Play() {
  const t = useT('match');
  const [list, setList] = useState<readonly string[]>(postings);
  const { assignment, yours } = play(list);
  const name = (id: string) => (isPosting(id) ? t(`play.postings.${id}`) : id);
  const got = assignment.you;
  return (
    <Panel title={t('play.title')}>
      <p>{t('play.lead')}</p>
      <h3>{t('play.yourList')}</h3>
      <OrderList
        label={t('play.yourList')}
        items={postings.map((id) => ({ id, name: name(id) }))}
        initial={postings}
        save={async (ids) => setList(ids)}
      />
      <div role="status" class="stack">
        <p class="strong">{got === undefined ? t('play.none') : t('play.got', { posting: name(got) })}</p>
        <ul>
          {yours.map((choice) => (
            <li key={choice.posting}>
              {t(`play.reasons.${choice.outcome}`, { posting: name(choice.posting) })}
            </li>
          ))}
        </ul>
      </div>
      <Table
        caption={t('play.everybody')}
        rowKey={(student) => student}
        rows={students}
        columns={[
          { head: t('play.student'), cell: (student) => t(`play.students.${student}`), main: true },
          {
            head: t('play.list'),
            cell: (student) => (student === 'you' ? list : fixedLists.others[student]).map(name).join(' › '),
          },
          { head: t('play.result'), cell: (student) => name(assignment[student] ?? '—') },
        ]}
      />
      <Table
        caption={t('play.companies')}
        rowKey={(posting) => posting}
        rows={postings}
        columns={[
          { head: t('play.posting'), cell: name, main: true },
          {
            head: t('play.order'),
            cell: (posting) =>
              fixedLists.rankings[posting].map((student) => t(`play.students.${student}`)).join(' › '),
          },
        ]}
      />
      <p>{t('play.try')}</p>
    </Panel>
  );
}

export default function How() {
  const t = useT('match');
  return (
    <Page title={t('how.title')} lead={t('how.lead')}>
      <ol class="prose">
        {steps.map((step) => (
          <li key={step}>
            <strong>{t(`how.steps.${step}.name`)}</strong> {t(`how.steps.${step}.body`)}
          </li>
        ))}
      </ol>
      <Panel title={t('how.honest.title')}>
        <p>{t('how.honest.safe')}</p>
        <p>{t('how.honest.secret')}</p>
        <p>{t('how.honest.proof')}</p>
      </Panel>
      <Play />
    </Page>
  );
}
