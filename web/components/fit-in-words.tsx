import type { Part } from '../../matching/ranking/part.ts';
import { factSentence } from './fit-words.ts';
import { useNames } from './taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';

/** A fit in two sentences: what gave the most points, and what cost the most. */
export function FitInWords(props: { parts: readonly Part[] }) {
  const t = useT('posting');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  const lost = (part: Part) => part.weight - part.points;
  const least = props.parts.filter((part) => lost(part) >= 0.01).toSorted((a, b) => lost(b) - lost(a))[0];
  // One sentence a criterion: what gave much and lost more is said as lost.
  const most = props.parts.filter((part) => part !== least).toSorted((a, b) => b.points - a.points)[0];
  const say = (part: Part) => ({
    name: words(`fit.criteria.${part.criterion}`),
    facts: factSentence(part.facts, { t: words, f, names }),
  });
  return (
    <div class="muted">
      {most !== undefined && most.points > 0 && <p>{t('card.gained', say(most))}</p>}
      {least !== undefined && <p>{t('card.lost', say(least))}</p>}
    </div>
  );
}
