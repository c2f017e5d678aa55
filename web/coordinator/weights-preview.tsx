import { useEffect, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { asProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { useBilingual } from '../components/bilingual.tsx';
import { Select } from '../components/choice-field.tsx';
import { Empty } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded, ProblemNotice } from '../components/problem.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Cycle } from '../shell/cycle.tsx';

type Preview = Result<'previewWeights'>;
type Hit = Preview['current'][number];

function Hits(props: { title: string; hits: readonly Hit[]; before?: readonly Hit[] }) {
  const t = useT('coordinator');
  const f = useFormat();
  const say = useBilingual();
  const moved = (hit: Hit, index: number): string => {
    if (props.before === undefined) return '';
    const was = props.before.findIndex(({ posting }) => posting.id === hit.posting.id);
    if (was < 0) return t('weights.new');
    if (was === index) return t('weights.same');
    return was > index ? t('weights.up', { count: was - index }) : t('weights.down', { count: index - was });
  };
  return (
    <section>
      <h3>{props.title}</h3>
      <ol class="hits">
        {props.hits.map((hit, index) => (
          <li key={hit.posting.id}>
            <span class="strong">{say(hit.posting.content.title)}</span>{' '}
            <span class="muted">
              {say(hit.posting.company.name)}
              {hit.fit !== undefined && ` · ${f.number(hit.fit.score * 100, 0)}`}
            </span>{' '}
            {props.before !== undefined && <span class="moved">{moved(hit, index)}</span>}
          </li>
        ))}
      </ol>
    </section>
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
              {shown !== undefined && (
                <div class="halves">
                  <Hits title={t('weights.current')} hits={shown.current} />
                  <Hits title={t('weights.proposed')} hits={shown.proposed} before={shown.current} />
                </div>
              )}
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}
