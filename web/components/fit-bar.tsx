import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { CriterionName, Part } from '../../matching/ranking/part.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { factSentence } from './fit-words.ts';
import { FitTable } from './fit-table.tsx';
import { useNames } from './taxonomy.ts';

/** The order in which the criteria stand in every bar, whatever their weight. */
export const fixedOrder: readonly CriterionName[] = [
  'skills', 'major', 'overlap', 'dates', 'hours', 'language', 'studyLevel', 'interest', 'text',
]; // prettier-ignore

/**
 * Explained fit: one segment a criterion, as wide as the points it gave, in fixed order, colour and texture. A segment
 * is a button that says its facts; the same stands in a table for screen readers, but in lists, where tables of every
 * row would be in the way and slow. `children` stand below it until a segment is chosen. Points are shown out of 100.
 */
export function FitBar(props: { parts: readonly Part[]; compact?: boolean; children?: ComponentChildren }) {
  const t = useT('shared');
  const f = useFormat();
  const names = useNames();
  const id = useId();
  const [open, setOpen] = useState<CriterionName>();
  const parts = fixedOrder.flatMap((name) =>
    props.parts.filter(({ criterion, weight }) => criterion === name && weight > 0),
  );
  const points = (value: number) => f.number(value * 100, 0);
  const sum = parts.reduce((total, part) => total + part.points, 0);
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
        {t('fit.title')} <b>{t('fit.sum', { points: points(sum), total: 100 })}</b>
      </p>
      <div class="bar" role="group" aria-label={t('fit.title')}>
        {parts.map((part) => (
          <button
            key={part.criterion}
            type="button"
            class={`segment ${part.criterion}${part.points < 0.005 ? ' zero' : ''}`}
            style={{ flexGrow: Math.max(part.points * 100, 1) }}
            aria-expanded={open === part.criterion}
            aria-controls={id}
            aria-label={inWords(part)}
            title={name(part.criterion)}
            onClick={() => setOpen(open === part.criterion ? undefined : part.criterion)}
          />
        ))}
        {sum < 0.995 && <span class="rest" style={{ flexGrow: (1 - sum) * 100 }} />}
      </div>
      <div class="said" id={id} role="status">
        {shown === undefined ? (
          (props.children ?? (props.compact !== true && <p class="muted">{t('fit.hint')}</p>))
        ) : (
          <p>
            <b>{inWords(shown)}</b> {factSentence(shown.facts, { t, f, names })}
          </p>
        )}
      </div>
      {props.compact !== true && <FitTable parts={parts} />}
    </div>
  );
}
