import type { Part } from '../../matching/ranking/part.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { factSentence } from './fit-words.ts';
import { useNames } from './taxonomy.ts';

/** What a bar of fit shows, for those who cannot see it. */
export function FitTable({ parts }: { parts: readonly Part[] }) {
  const t = useT('shared');
  const f = useFormat();
  const names = useNames();
  const points = (value: number) => f.number(value * 100, 0);
  return (
    <div class="unseen">
      <table>
        <caption>{t('fit.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fit.criterion')}</th>
            <th scope="col">{t('fit.points')}</th>
            <th scope="col">{t('fit.of')}</th>
            <th scope="col">{t('fit.facts.title')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <tr key={part.criterion}>
              <th scope="row">{t(`fit.criteria.${part.criterion}`)}</th>
              <td>{points(part.points)}</td>
              <td>{points(part.weight)}</td>
              <td>{factSentence(part.facts, { t, f, names })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
