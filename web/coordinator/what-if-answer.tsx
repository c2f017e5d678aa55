import { type Fate, fates } from '../../matching/round/fate.ts';
import type { Result } from '../api/types.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Empty, Notice } from '../components/notice.tsx';
import { Status } from '../components/status.tsx';
import type { Tone } from '../components/status.tsx';
import { Table } from '../components/table.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';

export type Answer = Result<'askWhatIf'>;
type Move = Answer['items'][number];

const tones = {
  noLongerMatched: 'bad',
  worse: 'warn',
  newlyMatched: 'good',
  better: 'good',
  left: 'quiet',
} as const satisfies Record<Fate, Tone>;

/** How many move, in one sentence. */
function InWords({ counts }: Pick<Answer, 'counts'>) {
  const t = useT('coordinator');
  const f = useFormat();
  const parts = fates.filter((fate) => counts[fate] > 0);
  const all = parts.reduce((sum, fate) => sum + counts[fate], 0);
  if (all === 0) return <Empty title={t('whatIf.nobody')}>{t('whatIf.nobodyBody')}</Empty>;
  const hard = counts.noLongerMatched + counts.worse > 0;
  return (
    <Notice tone={hard ? 'warn' : 'good'}>
      <p class="strong">{t('whatIf.moves', { count: all })}</p>
      <p>{f.list(parts.map((fate) => t(`whatIf.counts.${fate}`, { count: counts[fate] })))}</p>
    </Notice>
  );
}

/** The figures before and after, side by side. */
function Compared({ before, after }: Pick<Answer, 'before' | 'after'>) {
  const t = useT('coordinator');
  const f = useFormat();
  const places = [...new Set([...Object.keys(before.histogram), ...Object.keys(after.histogram)])].toSorted(
    (a, b) => Number(a) - Number(b),
  );
  const rows = [
    { label: t('whatIf.matched'), was: before.matched, is: after.matched },
    { label: t('whatIf.unmatched'), was: before.unmatched, is: after.unmatched },
    { label: t('whatIf.openSeats'), was: before.openSeats, is: after.openSeats },
    ...places.map((place) => ({
      label: t('checks.choice', { place }),
      was: before.histogram[place] ?? 0,
      is: after.histogram[place] ?? 0,
    })),
  ];
  const signed = (difference: number) =>
    difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${f.number(Math.abs(difference))}`;
  return (
    <Table
      tight
      caption={t('whatIf.compared')}
      rows={rows}
      rowKey={({ label }) => label}
      columns={[
        { head: t('whatIf.figure'), main: true, cell: ({ label }) => label },
        { head: t('whatIf.now'), numeric: true, cell: ({ was }) => f.number(was) },
        { head: t('whatIf.afterwards'), numeric: true, cell: ({ is }) => f.number(is) },
        {
          head: t('whatIf.difference'),
          numeric: true,
          cell: ({ was, is }) => <span class={is === was ? 'muted' : 'strong'}>{signed(is - was)}</span>,
        },
      ]}
    />
  );
}

function Seat(props: { of: Move['from']; otherwise: string }) {
  const t = useT('coordinator');
  const say = useBilingual();
  if (props.of === undefined) return <span class="muted">{props.otherwise}</span>;
  const { posting, place } = props.of;
  return (
    <span>
      <a href={`/coordinator/postings/${posting.id}`}>{say(posting.title)}</a>{' '}
      <span class="muted">
        {say(posting.company)} · {t('whatIf.choice', { place })}
      </span>
    </span>
  );
}

function Moves(props: { of: readonly Move[] }) {
  const t = useT('coordinator');
  return (
    <Table
      caption={t('whatIf.movers')}
      rows={props.of}
      rowKey={({ studentId }) => studentId}
      columns={[
        {
          head: t('whatIf.student'),
          main: true,
          cell: ({ studentId, name }) => (
            <a href={`/coordinator/students/${encodeURIComponent(studentId)}`}>{name}</a>
          ),
        },
        {
          head: t('whatIf.fate'),
          cell: ({ fate }) => <Status tone={tones[fate]}>{t(`whatIf.fates.${fate}`)}</Status>,
        },
        {
          head: t('whatIf.from'),
          cell: ({ from }) => <Seat of={from} otherwise={t('whatIf.unmatchedPlace')} />,
        },
        {
          head: t('whatIf.to'),
          cell: ({ to, fate }) => (
            <Seat of={to} otherwise={t(fate === 'left' ? 'whatIf.gone' : 'whatIf.unmatchedPlace')} />
          ),
        },
      ]}
    />
  );
}

/** The summary first, then who moves where. */
export function AnswerParts(props: { of: Answer }) {
  const { items } = props.of;
  return (
    <>
      <InWords {...props.of} />
      <Compared {...props.of} />
      {items.length > 0 && <Moves of={items} />}
    </>
  );
}
