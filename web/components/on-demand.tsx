import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { asProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import { useLang } from '../i18n/use-lang.tsx';
import { bringPart, Later } from '../shell/later.tsx';
import type { LazyPart } from '../shell/route.ts';
import { Button } from './button.tsx';
import { ProblemNotice } from './problem.tsx';

/** A part that comes only to whoever asks for it; all others see the `children` and the button that brings it. */
export function OnDemand(props: { part: LazyPart; begin: string; children: ComponentChildren }) {
  const { lang } = useLang();
  const [stage, setStage] = useState<'waiting' | 'coming' | 'here'>('waiting');
  const [problem, setProblem] = useState<ApiProblem>();
  const begin = async () => {
    setStage('coming');
    setProblem(undefined);
    try {
      await bringPart(props.part, lang);
      setStage('here');
    } catch (thrown) {
      setProblem(asProblem(thrown));
      setStage('waiting');
    }
  };
  if (stage === 'here') return <Later part={props.part} />;
  return (
    <>
      {props.children}
      <ProblemNotice problem={problem} />
      <p>
        <Button kind="quiet" pending={stage === 'coming'} onClick={() => void begin()}>
          {props.begin}
        </Button>
      </p>
    </>
  );
}
