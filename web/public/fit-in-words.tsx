import type { Part } from '../../matching/ranking/part.ts';
import { factSentence } from '../components/fit-words.ts';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';

/** A fit in two sentences: what gave the most points, and what cost the most. */
export function FitInWords(props: { parts: readonly Part[] }) {
  const t = useT('posting');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  const lost = (part: Part) => part.weight - part.points;
  const most = props.parts.toSorted((a, b) => b.points - a.points)[0];
  const least = props.parts.toSorted((a, b) => lost(b) - lost(a))[0];
  const say = (part: Part) => ({
    name: words(`fit.criteria.${part.criterion}`),
    facts: factSentence(part.facts, { t: words, f, names }),
  });
  return (
    <div class="hint">
      {most !== undefined && most.points > 0 && <p>{t('card.gained', say(most))}</p>}
      {least !== undefined && lost(least) >= 0.01 && <p>{t('card.lost', say(least))}</p>}
    </div>
  );
}
