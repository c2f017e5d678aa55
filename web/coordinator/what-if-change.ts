import type { Args, Result } from '../api/types.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';

type Subject = Result<'listWhatIfSubjects'>['items'][number];
export type SubjectKind = Subject['kind'];
type SubjectOf<K extends SubjectKind> = Extract<Subject, { kind: K }>;

/** A change that was put together on this page, with what it is about. */
export type Change =
  | { kind: 'posting_seats'; subject: SubjectOf<'posting'>; seats: number }
  | { kind: 'posting_leaves'; subject: SubjectOf<'posting'> }
  | { kind: 'company_leaves'; subject: SubjectOf<'company'> }
  | { kind: 'student_leaves'; subject: SubjectOf<'student'> }
  | { kind: 'group_seats'; subject: SubjectOf<'group'>; seats: number };
export type ChangeKind = Change['kind'];

export const subjectKind = {
  posting_seats: 'posting',
  posting_leaves: 'posting',
  company_leaves: 'company',
  student_leaves: 'student',
  group_seats: 'group',
} as const satisfies Record<ChangeKind, SubjectKind>;

/** The change of a kind for a subject; undefined while its seats are not given, or for a subject of another kind. */
export function changeOf(kind: ChangeKind, subject: Subject, seats: number | undefined): Change | undefined {
  if (kind === 'posting_leaves' && subject.kind === 'posting') return { kind, subject };
  if (kind === 'company_leaves' && subject.kind === 'company') return { kind, subject };
  if (kind === 'student_leaves' && subject.kind === 'student') return { kind, subject };
  if (seats === undefined) return undefined;
  if (kind === 'posting_seats' && subject.kind === 'posting') return { kind, subject, seats };
  if (kind === 'group_seats' && subject.kind === 'group') return { kind, subject, seats };
  return undefined;
}

type Asked = Args<'askWhatIf'>['body']['changes'][number];

/** As the server is asked. */
export function askedOf(change: Change): Asked {
  switch (change.kind) {
    case 'posting_seats':
      return { kind: change.kind, postingId: change.subject.id, seats: change.seats };
    case 'posting_leaves':
      return { kind: change.kind, postingId: change.subject.id };
    case 'company_leaves':
      return { kind: change.kind, companyId: change.subject.id };
    case 'student_leaves':
      return { kind: change.kind, studentId: change.subject.id };
    case 'group_seats':
      return { kind: change.kind, groupId: change.subject.id, seats: change.seats };
  }
}

/** The changes with one more; of one thing the newest counts. */
export const withChange = (changes: readonly Change[], change: Change): Change[] => [
  ...changes.filter(
    ({ subject }) => subject.kind !== change.subject.kind || subject.id !== change.subject.id,
  ),
  change,
];

/** Names subjects and says changes in the reader's language. */
export function useChangeWords() {
  const t = useT('coordinator');
  const f = useFormat();
  const say = useBilingual();
  const nameOf = (subject: Subject): string => {
    switch (subject.kind) {
      case 'posting':
        return say(subject.title);
      case 'company':
        return say(subject.name);
      case 'student':
        return subject.name;
      case 'group':
        return f.list(subject.postings.map(({ title }) => say(title)));
    }
  };
  const detailOf = (subject: Subject): string => {
    switch (subject.kind) {
      case 'posting':
        return `${say(subject.company)} · ${t('whatIf.seatsOpen', { seats: subject.seats, open: subject.open })}`;
      case 'company':
        return `${t('whatIf.postings', { count: subject.postings })} · ${t('whatIf.seatsOpen', { seats: subject.seats, open: subject.open })}`;
      case 'student':
        return subject.email;
      case 'group':
        return `${say(subject.postings[0]?.company ?? {})} · ${t('whatIf.seatsNow', { seats: subject.seats })}`;
    }
  };
  const fullName = (subject: Subject): string =>
    subject.kind === 'posting'
      ? t('whatIf.named', { title: nameOf(subject), company: say(subject.company) })
      : nameOf(subject);
  const sentence = (change: Change): string => {
    const name = fullName(change.subject);
    if (change.kind === 'posting_seats' || change.kind === 'group_seats')
      return t(`whatIf.of.${change.kind}`, { name, from: change.subject.seats, to: change.seats });
    if (change.kind === 'company_leaves')
      return t('whatIf.of.company_leaves', { name, postings: change.subject.postings });
    return t(`whatIf.of.${change.kind}`, { name });
  };
  return { nameOf, detailOf, sentence };
}
