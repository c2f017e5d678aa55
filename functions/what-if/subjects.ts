import type { Matched } from '../../matching/round/compare.ts';
import { own } from '../../matching/round/lookup.ts';
import type { CycleId } from '../ids.ts';
import { ofCycle, postings } from '../posting/store.ts';
import type { PostingView } from '../posting/schema.ts';
import { postingViews } from '../posting/view.ts';
import { says } from '../says.ts';
import { everyStudent, nameOf, students } from '../student/store.ts';
import type { Aliases } from '../round/aliases.ts';
import type { Table } from '../table/table.ts';
import { postingNames } from './names.ts';
import type { Subject, SubjectKind } from './schema.ts';

type Of<K extends SubjectKind> = Extract<Subject, { kind: K }>;

const viewsInRound = async (
  table: Table,
  cycleId: CycleId,
  { instance }: Matched,
): Promise<PostingView[]> => {
  const all = await Array.fromAsync(postings.all(table, ofCycle(cycleId)));
  return postingViews(
    table,
    all.filter(({ id }) => own(instance.postings, id) !== undefined),
  );
};

const asSubject = ({ instance, result }: Matched, { id, content, company }: PostingView): Of<'posting'> => ({
  kind: 'posting',
  id,
  title: content.title ?? {},
  company: company.name,
  seats: own(instance.postings, id)?.capacity ?? 0,
  open: own(result.unfilledSeats, id) ?? 0,
});

const companiesOf = (matched: Matched, views: readonly PostingView[]): Of<'company'>[] =>
  [...Map.groupBy(views, ({ company }) => company.id)].flatMap(([, ofOne]): Of<'company'>[] => {
    const [first] = ofOne;
    if (first === undefined) return [];
    const subjects = ofOne.map((view) => asSubject(matched, view));
    return [
      {
        kind: 'company',
        id: first.company.id,
        name: first.company.name,
        postings: ofOne.length,
        seats: subjects.reduce((sum, { seats }) => sum + seats, 0),
        open: subjects.reduce((sum, { open }) => sum + open, 0),
      },
    ];
  });

const studentsOf = async (
  table: Table,
  { instance }: Matched,
  { aliasOf }: Aliases,
): Promise<Of<'student'>[]> => {
  const found: Of<'student'>[] = [];
  for await (const student of students.all(table, everyStudent))
    if (own(instance.students, aliasOf(student.id)) !== undefined)
      found.push({ kind: 'student', id: student.id, name: nameOf(student), email: student.email });
  return found;
};

const groupsOf = async (table: Table, { instance }: Matched): Promise<Of<'group'>[]> => {
  const groups = Object.entries(instance.groups ?? {});
  const name = await postingNames(
    table,
    groups.flatMap(([, group]) => group.postings),
  );
  return groups.map(([id, { capacity, postings: members }]) => ({
    kind: 'group',
    id,
    seats: capacity,
    postings: members.map(name),
  }));
};

/** What a change can be about: everything of one kind whose name has the words. */
export const subjectsOf = async (
  table: Table,
  { cycleId, matched, aliases }: { cycleId: CycleId; matched: Matched; aliases: Aliases },
  { kind, q = '' }: { kind: SubjectKind; q?: string | undefined },
): Promise<Subject[]> => {
  const words = q.trim();
  switch (kind) {
    case 'posting':
      return (await viewsInRound(table, cycleId, matched))
        .map((view) => asSubject(matched, view))
        .filter(({ title, company }) => says(words, [title.zh, title.en, company.zh, company.en]));
    case 'company':
      return companiesOf(matched, await viewsInRound(table, cycleId, matched)).filter(({ name }) =>
        says(words, [name.zh, name.en]),
      );
    case 'student':
      return (await studentsOf(table, matched, aliases)).filter(({ name, email }) =>
        says(words, [name, email]),
      );
    case 'group':
      return (await groupsOf(table, matched)).filter(({ postings: members }) =>
        says(
          words,
          members.flatMap(({ title, company }) => [title.zh, title.en, company.zh, company.en]),
        ),
      );
  }
};
