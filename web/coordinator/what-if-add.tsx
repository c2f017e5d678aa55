import { useEffect, useRef, useState } from 'preact/hooks';
import { useResource } from '../api/use-resource.ts';
import type { Result } from '../api/types.ts';
import { Button } from '../components/button.tsx';
import { Radios, Select } from '../components/choice-field.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { NumberField, TextField } from '../components/text-field.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { changeOf, subjectKind, useChangeWords } from './what-if-change.ts';
import type { Change, ChangeKind, SubjectKind } from './what-if-change.ts';

/** A choice is made from few; words narrow it down. */
const shown = 5;

/** What the words find a moment after they were typed; until then what was found last. */
function useSubjects(roundId: string, kind: SubjectKind, typed: string) {
  const [q, setQ] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  const found = useResource('listWhatIfSubjects', { params: { roundId }, query: { kind, q, limit: shown } });
  const last = useRef<{ kind: SubjectKind; data: Result<'listWhatIfSubjects'> }>(undefined);
  if (found.data !== undefined) last.current = { kind, data: found.data };
  return { problem: found.problem, data: last.current?.kind === kind ? last.current.data : undefined };
}

/** One change after another: what, of which, and for seats how many. */
export function AddChange(props: { roundId: string; onAdd: (change: Change) => void }) {
  const t = useT('coordinator');
  const { nameOf, detailOf } = useChangeWords();
  const [kind, setKind] = useState<ChangeKind>('posting_seats');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<string>('');
  const [seats, setSeats] = useState<number>();
  const of = subjectKind[kind];
  const groups = useResource('listWhatIfSubjects', {
    params: { roundId: props.roundId },
    query: { kind: 'group', limit: 1 },
  });
  const { data, problem } = useSubjects(props.roundId, of, typed);
  const subject = data?.items.find(({ id }) => id === chosen);
  const counted = kind === 'posting_seats' || kind === 'group_seats';
  const change = subject === undefined ? undefined : changeOf(kind, subject, seats);
  const kinds = (
    ['posting_seats', 'posting_leaves', 'company_leaves', 'student_leaves', 'group_seats'] as const
  ).filter((one) => one !== 'group_seats' || (groups.data?.items.length ?? 0) > 0);
  const choose = (id: string) => {
    setChosen(id);
    const found = data?.items.find((item) => item.id === id);
    // A seat more is what is asked most.
    setSeats(found !== undefined && 'seats' in found ? found.seats + 1 : undefined);
  };
  const begin = (next: ChangeKind) => {
    setKind(next);
    if (subjectKind[next] === of) return;
    setTyped('');
    setChosen('');
  };
  const add = () => {
    if (change === undefined) return;
    props.onAdd(change);
    setChosen('');
  };
  return (
    <div class="stack">
      <h3>{t('whatIf.add')}</h3>
      <div class="pair">
        <Select
          name="what-if/kind"
          label={t('whatIf.what')}
          options={kinds.map((value) => ({ value, label: t(`whatIf.kind.${value}`) }))}
          value={kind}
          onChange={(next) => next !== '' && begin(next)}
        />
        <TextField
          name="what-if/search"
          label={t('whatIf.search')}
          hint={t(`whatIf.searchHint.${of}`)}
          autocomplete="off"
          value={typed}
          onChange={setTyped}
        />
      </div>
      <ProblemNotice problem={problem} />
      {data !== undefined && data.items.length > 0 && (
        <Radios
          name="what-if/subject"
          label={t(`whatIf.which.${of}`)}
          options={data.items.map((item) => ({ value: item.id, label: nameOf(item), hint: detailOf(item) }))}
          value={chosen}
          onChange={choose}
        />
      )}
      <p class="hint" role="status">
        {data?.items.length === 0 && t('whatIf.noneFound')}
        {data?.next !== undefined && t('whatIf.moreFound')}
      </p>
      {counted && subject !== undefined && 'seats' in subject && (
        <NumberField
          key={`${kind} ${subject.id}`}
          name="what-if/seats"
          label={t('whatIf.seats')}
          hint={t('whatIf.seatsNow', { seats: subject.seats })}
          value={seats}
          onChange={setSeats}
        />
      )}
      <Button kind="quiet" unavailable={change === undefined} onClick={add}>
        {t('whatIf.addThis')}
      </Button>
    </div>
  );
}
