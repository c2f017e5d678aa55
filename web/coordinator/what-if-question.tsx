import { useEffect, useRef, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { useAction } from '../api/use-action.ts';
import { Button } from '../components/button.tsx';
import { ProblemNotice } from '../components/problem.tsx';
import { useReason } from '../components/reason.ts';
import { useT } from '../i18n/use-lang.tsx';
import { useParam } from '../shell/place.tsx';
import { AddChange } from './what-if-add.tsx';
import { type Answer, AnswerParts } from './what-if-answer.tsx';
import { askedOf, type Change, useChangeWords, withChange } from './what-if-change.ts';
import { undoIcon } from '../components/drawings.ts';

/** Changes to the frozen input, as a person puts them together, and what the match would then be. */
export default function WhatIfQuestion() {
  const t = useT('coordinator');
  const roundId = useParam('roundId');
  const call = useClient();
  const reason = useReason();
  const { sentence } = useChangeWords();
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [answer, setAnswer] = useState<Answer>();
  const list = useRef<HTMLHeadingElement>(null);
  const result = useRef<HTMLHeadingElement>(null);
  const ask = useAction(async (cursor?: string) => {
    const page = await call('askWhatIf', {
      params: { roundId },
      query: { limit: 50, cursor },
      body: { changes: changes.map(askedOf) },
    });
    setAnswer((before) =>
      cursor === undefined || before === undefined
        ? page
        : { ...page, items: [...before.items, ...page.items] },
    );
    return page;
  });
  // Another question makes the answer one to nothing.
  const change = (next: readonly Change[]) => {
    setChanges(next);
    setAnswer(undefined);
    ask.clear();
  };
  const undo = (index: number) => {
    change(changes.filter((_, at) => at !== index));
    list.current?.focus();
  };
  const answered = answer !== undefined;
  useEffect(() => {
    if (answered) result.current?.focus();
  }, [answered]);
  const wrong = (index: number) =>
    ask.problem?.fields.find(({ pointer }) => pointer.startsWith(`/changes/${index}/`))?.reason;
  return (
    <>
      <p>{t('whatIf.body')}</p>
      <AddChange roundId={roundId} onAdd={(one) => change(withChange(changes, one))} />
      <h3 ref={list} tabIndex={-1}>
        {t('whatIf.changes')}
      </h3>
      <div role="status">
        {changes.length === 0 ? (
          <p class="muted">{t('whatIf.noChanges')}</p>
        ) : (
          <ul class="tasks">
            {changes.map((one, index) => {
              const said = sentence(one);
              const found = wrong(index);
              return (
                <li key={`${one.subject.kind} ${one.subject.id}`}>
                  <div>
                    {said}
                    {found !== undefined && <p class="error">{reason(found)}</p>}
                  </div>
                  <Button
                    kind="quiet"
                    icon={undoIcon}
                    label={t('whatIf.undoOf', { name: said })}
                    onClick={() => undo(index)}
                  >
                    {t('whatIf.undo')}
                  </Button>
                </li>
              );
            })}
          </ul>
        )}
      </div>
      <ProblemNotice problem={ask.problem} />
      <Button
        kind="quiet"
        pending={ask.pending}
        unavailable={changes.length === 0}
        onClick={() => void ask.run()}
      >
        {t('whatIf.ask')}
      </Button>
      {answer !== undefined && (
        <>
          <h3 ref={result} tabIndex={-1}>
            {t('whatIf.answer')}
          </h3>
          <AnswerParts of={answer} />
          {answer.next !== undefined && (
            <Button kind="quiet" pending={ask.pending} onClick={() => void ask.run(answer.next)}>
              {t('whatIf.more')}
            </Button>
          )}
        </>
      )}
    </>
  );
}
