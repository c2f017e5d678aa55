import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CriterionName, Part } from '../../matching/ranking/part.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { Rest, segmentOf, shownParts } from './fit-parts.tsx';
import { factSentence } from './fit-words.ts';
import { FitTable } from './fit-table.tsx';
import { useNames } from './taxonomy.ts';

/**
 * Explained fit: one segment a criterion, as wide as the points it gave, in fixed order, colour and texture. A segment
 * is a button that says its facts; the same stands in a table for screen readers, but in lists, where tables of every
 * row would be in the way and slow. `children` stand below it until a segment is chosen. Points are shown out of 100.
 */
export function FitBar(props: {
  parts: readonly Part[];
  compact?: boolean;
  /** What stands before the sum, where it is one of several. */
  label?: string | undefined;
  children?: ComponentChildren;
}) {
  const t = useT('shared');
  const f = useFormat();
  const names = useNames();
  const id = useId();
  const [open, setOpen] = useState<CriterionName>();
  const { parts, sum } = shownParts(props.parts);
  const points = (value: number) => f.number(value * 100, 0);
  const name = (criterion: CriterionName) => t(`fit.criteria.${criterion}`);
  const inWords = (part: Part) =>
    t('fit.part', {
      name: name(part.criterion),
      points: points(part.points),
      weight: points(part.weight),
    });
  const shown = parts.find(({ criterion }) => criterion === open);
  return (
    <div class="fit">
      <p class="sum">
        {props.label ?? t('fit.title')} <b>{t('fit.sum', { points: points(sum), total: 100 })}</b>
      </p>
      <div class="bar" role="group" aria-label={t('fit.title')}>
        {parts.map((part) => (
          <button
            key={part.criterion}
            type="button"
            {...segmentOf(part)}
            aria-expanded={open === part.criterion}
            aria-controls={id}
            aria-label={inWords(part)}
            title={name(part.criterion)}
            onClick={() => setOpen(open === part.criterion ? undefined : part.criterion)}
          />
        ))}
        <Rest sum={sum} />
      </div>
      <div class="said" id={id}>
        {shown === undefined &&
          (props.children ?? (props.compact !== true && <p class="muted">{t('fit.hint')}</p>))}
        <p role="status">
          {shown !== undefined && (
            <>
              <b>{inWords(shown)}</b> {factSentence(shown.facts, { t, f, names })}
            </>
          )}
        </p>
      </div>
      {props.compact !== true && <FitTable parts={parts} />}
    </div>
  );
}
