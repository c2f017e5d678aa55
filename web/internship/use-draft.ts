import { useEffect, useRef, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { asProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import type { Evaluation } from './placement.ts';
import type { Answer } from './question-field.tsx';

type Answers = Evaluation['answers'];

export interface Draft {
  answers: Answers;
  put: (id: string, answer: Answer) => void;
  saving: boolean;
  /** When what is typed was saved last. */
  savedAt: string | undefined;
  problem: ApiProblem | undefined;
  /** Saves what is not saved yet; answers the version that is stored then, or undefined when that did not succeed. */
  settle: () => Promise<number | undefined>;
}

const quietMs = 800;

/**
 * A draft that saves itself a moment after the last key, one save at a time, so that versions never cross. What is
 * unsaved when the page goes is saved at once.
 */
export function useDraft(evaluation: Evaluation): Draft {
  const call = useClient();
  const [answers, setAnswers] = useState(evaluation.answers);
  const [saving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState(evaluation.savedAt);
  const [problem, setProblem] = useState<ApiProblem>();
  const wanted = useRef(evaluation.answers);
  const stored = useRef({ answers: evaluation.answers, version: evaluation.version });
  const running = useRef<Promise<void>>(undefined);

  const saveAll = async (): Promise<void> => {
    setSaving(true);
    setProblem(undefined);
    try {
      while (wanted.current !== stored.current.answers) {
        const sent = wanted.current;
        const saved = await call('saveEvaluationDraft', {
          params: { evaluationId: evaluation.id },
          body: { answers: sent },
          ifMatch: stored.current.version,
        });
        stored.current = { answers: sent, version: saved.version };
        setSavedAt(saved.savedAt);
      }
    } catch (thrown) {
      setProblem(asProblem(thrown));
    } finally {
      running.current = undefined;
      setSaving(false);
    }
  };
  const settle = async (): Promise<number | undefined> => {
    if (running.current === undefined && wanted.current !== stored.current.answers)
      running.current = saveAll();
    await running.current;
    return wanted.current === stored.current.answers ? stored.current.version : undefined;
  };
  const latest = useRef(settle);
  latest.current = settle;
  useEffect(() => {
    const timer = setTimeout(() => void latest.current(), quietMs);
    return () => clearTimeout(timer);
  }, [answers]);
  useEffect(() => () => void latest.current(), []);

  const put = (id: string, answer: Answer): void => {
    const { [id]: _, ...rest } = wanted.current;
    wanted.current = answer === undefined ? rest : { ...rest, [id]: answer };
    setAnswers(wanted.current);
  };
  return { answers, put, saving, savedAt, problem, settle };
}
