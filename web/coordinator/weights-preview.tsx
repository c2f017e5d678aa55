import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { asProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { Select } from '../components/choice-field.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';
import { changesOf, movesIn, placeOf } from './weights-move.ts';
import { WeightsRow } from './weights-row.tsx';

type Preview = Result<'previewWeights'>;
/** The list as it would be, what moved in it, and what is no longer in it. */
function Hits({ preview }: { preview: Preview }) {
  const t = useT('coordinator');
  const { current, proposed } = preview;
  const moves = movesIn(preview);
  const count = moves.filter(({ before }, index) => before?.was !== index + 1).length;
  const isAsNow =
    count === 0 &&
    moves.every(({ before, hit }) => before !== undefined && changesOf(before.hit, hit).length === 0);
  const gone = current.filter((hit) => placeOf(proposed, hit) === undefined);
  return (
    <>
      <p role="status">{isAsNow ? t('weights.asNow') : t('weights.moves', { count })}</p>
      <ol class="hits">
        {moves.map((moved, index) => (
          <WeightsRow key={moved.hit.posting.id} moved={moved} place={index + 1} isAsNow={isAsNow} />
        ))}
      </ol>
      {gone.length > 0 && (
        <>
          <h3>{t('weights.gone')}</h3>
          <ul>
            {gone.map((hit) => (
              <li key={hit.posting.id}>
                <Bilingual of={hit.posting.content.title} />{' '}
                <span class="muted">
                  <Bilingual of={hit.posting.company.name} /> ·{' '}
                  {t('weights.was', { was: placeOf(current, hit) ?? 0 })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** One real student's list as it is and as it would be, a moment after each change of a weight. */
export function WeightsPreview(props: { cycleId: string; weights: Cycle['weights'] }) {
  const t = useT('coordinator');
  const call = useClient();
  const students = useResource('listStudents', { query: { limit: 50 } });
  const [studentId, setStudentId] = useState('');
  const [shown, setShown] = useState<Preview>();
  const [problem, setProblem] = useState<ApiProblem>();
  const usable = students.data?.items.filter(({ missing }) => missing.length === 0) ?? [];
  const chosen = studentId === '' ? (usable[0]?.id ?? '') : studentId;
  useEffect(() => {
    if (chosen === '') return undefined;
    const gone = new AbortController();
    const ask = async () => {
      try {
        setShown(
          await call('previewWeights', {
            params: { cycleId: props.cycleId },
            body: { studentId: chosen, weights: props.weights },
            signal: gone.signal,
          }),
        );
        setProblem(undefined);
      } catch (thrown) {
        if (!gone.signal.aborted) setProblem(asProblem(thrown));
      }
    };
    const timer = setTimeout(() => void ask(), 300);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [call, chosen, props.cycleId, props.weights]);
  return (
    <Panel title={t('weights.preview')}>
      <Loaded of={students}>
        {() =>
          usable.length === 0 ? (
            <Empty title={t('weights.noStudents')}>{t('weights.noStudentsBody')}</Empty>
          ) : (
            <>
              <Select
                name="student"
                label={t('weights.student')}
                options={usable.map(({ id, profile, email }) => ({
                  value: id,
                  label: profile.names?.preferred ?? email,
                }))}
                value={chosen}
                onChange={setStudentId}
              />
              <ProblemNotice problem={problem} />
              {shown !== undefined && <Hits preview={shown} />}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
