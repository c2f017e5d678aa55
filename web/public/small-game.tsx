import { useState } from 'preact/hooks';
import { Radios } from '../components/choice-field.tsx';
import { OrderList } from '../components/order-list.tsx';
import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import {
  firstLists,
  isPosting,
  postings,
  type SmallLists,
  type SmallStudent,
  students,
} from './small-lists.ts';
import { everyOrder, play } from './small-match.ts';
import { SmallTables } from './small-tables.tsx';

/** All orders that the reader could have handed in, so that nobody has to take the theorem on trust. */
function EveryOrder(props: { lists: SmallLists; me: SmallStudent; name: (id: string) => string }) {
  const t = useT('match');
  const { lists, me, name } = props;
  const orders = everyOrder(lists, me);
  const place = (posting: string | undefined) =>
    posting === undefined ? Infinity : lists[me].indexOf(posting);
  const now = place(play(lists, me).assignment[me]);
  const better = orders.filter(({ got }) => place(got) < now).length;
  return (
    <>
      <p class="strong">{t('play.tried', { count: orders.length, better })}</p>
      <details>
        <summary>{t('play.everyOrder')}</summary>
        <Table
          caption={t('play.everyOrder')}
          quietCaption
          rowKey={({ order }) => order.join()}
          rows={orders}
          columns={[
            { head: t('play.handedIn'), cell: ({ order }) => order.map(name).join(' › '), main: true },
            { head: t('play.result'), cell: ({ got }) => name(got ?? '—') },
          ]}
        />
      </details>
    </>
  );
}

/** A match small enough to follow: the reader orders the lists and sees at once what the engine makes of them. */
export default function SmallGame() {
  const t = useT('match');
  const [me, setMe] = useState<SmallStudent>('lin');
  const [lists, setLists] = useState<SmallLists>(firstLists);
  const { assignment, choices } = play(lists, me);
  const name = (id: string) => (isPosting(id) ? t(`play.postings.${id}`) : id);
  const got = assignment[me];
  return (
    <>
      <Radios
        name="me"
        label={t('play.youAre')}
        value={me}
        options={students.map((value) => ({ value, label: t(`play.students.${value}`) }))}
        onChange={(value) => value !== '' && setMe(value)}
      />
      <h3>{t('play.yourList')}</h3>
      <OrderList
        key={me}
        label={t('play.yourList')}
        items={postings.map((id) => ({ id, name: name(id) }))}
        initial={lists[me]}
        save={async (ids) => setLists((before) => ({ ...before, [me]: ids }))}
      />
      <div role="status" class="stack">
        <p class="strong">{got === undefined ? t('play.none') : t('play.got', { posting: name(got) })}</p>
        <ul>
          {choices.map((choice) => (
            <li key={choice.posting}>
              {t(`play.reasons.${choice.outcome}`, { posting: name(choice.posting) })}
            </li>
          ))}
        </ul>
      </div>
      <EveryOrder lists={lists} me={me} name={name} />
      <SmallTables lists={lists} me={me} assignment={assignment} />
    </>
  );
}
