import { Table } from '../components/table.tsx';
import { useT } from '../i18n/use-lang.tsx';
import {
  isPosting,
  postings,
  rankings,
  type SmallLists,
  type SmallStudent,
  students,
} from './small-lists.ts';

/** The small match as tables: who wants what, whom the companies want, and who gets what where that is known. */
export function SmallTables(props: {
  lists: SmallLists;
  me?: SmallStudent;
  assignment?: Readonly<Record<SmallStudent, string | undefined>>;
}) {
  const t = useT('match');
  const { lists, me, assignment } = props;
  const name = (id: string) => (isPosting(id) ? t(`play.postings.${id}`) : id);
  const person = (id: SmallStudent) =>
    id === me ? t('play.me', { name: t(`play.students.${id}`) }) : t(`play.students.${id}`);
  return (
    <>
      <Table
        caption={t(assignment === undefined ? 'play.lists' : 'play.everybody')}
        tight={assignment === undefined}
        rowKey={(student) => student}
        rows={students}
        columns={[
          { head: t('play.student'), cell: person, main: true },
          { head: t('play.list'), cell: (student) => lists[student].map(name).join(' › ') },
          ...(assignment === undefined
            ? []
            : [
                {
                  head: t('play.result'),
                  cell: (student: SmallStudent) => name(assignment[student] ?? '—'),
                },
              ]),
        ]}
      />
      <Table
        caption={t('play.companies')}
        tight
        rowKey={(posting) => posting}
        rows={postings}
        columns={[
          { head: t('play.posting'), cell: name, main: true },
          { head: t('play.order'), cell: (posting) => rankings[posting].map(person).join(' › ') },
        ]}
      />
    </>
  );
}
