import type { ComponentChildren } from 'preact';
import { Bilingual, useBilingual } from '../components/bilingual.tsx';
import { FitBar } from '../components/fit-bar.tsx';
import { FitInWords } from '../components/fit-in-words.tsx';
import { Icon } from '../components/icon.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Result } from '../api/types.ts';
import { payWords } from './pay-words.ts';
import { Star } from './star.tsx';

type Hit = Result<'searchPostings'>['items'][number];

/** One posting in a list: what decides whether to open it, and for a student how it fits. */
export function PostingCard(props: { hit: Hit; children?: ComponentChildren }) {
  const t = useT('posting');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  const { posting, fit, saved } = props.hit;
  const say = useBilingual();
  const { content, company } = posting;
  const { category, workMode, hours, pay, startsOn, endsOn, capacity } = content;
  const facts = [
    workMode === undefined ? undefined : words(`workModes.${workMode}`),
    hours === undefined ? undefined : t('facts.perWeek', { hours: hoursWords(hours, t) }),
    pay === undefined ? undefined : pay.kind === 'paid' ? payWords(pay, t, f) : t('facets.paidNo'),
    startsOn === undefined || endsOn === undefined
      ? undefined
      : t('facts.span', { from: f.shortDay(startsOn), to: f.shortDay(endsOn) }),
    capacity === undefined ? undefined : t('facts.seatCount', { count: capacity }),
  ].filter((fact) => fact !== undefined);
  return (
    <article class="posting">
      <div class="title">
        <h2>
          <a href={`/postings/${posting.id}`}>
            <Bilingual of={content.title} />
          </a>
        </h2>
        {saved !== undefined && <Star postingId={posting.id} name={say(content.title)} saved={saved} />}
      </div>
      <p class="by">
        <Bilingual of={company.name} />
        {company.verified && (
          <span class="verified">
            <Icon name="check" /> {t('one.verified')}
          </span>
        )}
        {category !== undefined && <span class="muted">{names.category(category)}</span>}
      </p>
      <ul class="traits">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {fit !== undefined && (
        <FitBar parts={fit.parts} compact>
          <FitInWords parts={fit.parts} />
        </FitBar>
      )}
      {props.children}
    </article>
  );
}

export const hoursWords = (
  hours: { min: number; max: number },
  t: ReturnType<typeof useT<'posting'>>,
): string =>
  hours.min === hours.max
    ? t('facts.hoursOne', { min: hours.min })
    : t('facts.hoursRange', { min: hours.min, max: hours.max });
