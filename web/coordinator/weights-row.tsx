import type { Result } from '../api/types.ts';
import { Bilingual } from '../components/bilingual.tsx';
import { FitBar } from '../components/fit-bar.tsx';
import { FitStrip } from '../components/fit-strip.tsx';
import { Status } from '../components/mark.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { type Change, changesOf, type Moved } from './weights-move.ts';

/** How many of the criteria that changed a row names. */
const named = 2;

/** Where a posting went, as word and arrow. */
function Move(props: { was: number | undefined; place: number }) {
  const t = useT('coordinator');
  const { was, place } = props;
  if (was === undefined)
    return (
      <Status tone="info" icon="up">
        {t('weights.new')}
      </Status>
    );
  if (was === place)
    return (
      <Status tone="quiet" icon="none">
        {t('weights.same')}
      </Status>
    );
  return (
    <Status tone="info" icon={was > place ? 'up' : 'down'}>
      {was > place
        ? t('weights.up', { count: was - place, was })
        : t('weights.down', { count: place - was, was })}
    </Status>
  );
}

/** A posting as it would be ranked: where it went, its bar now and then, and what changed most in words. */
export function WeightsRow(props: {
  moved: Moved<Result<'previewWeights'>['proposed'][number]>;
  place: number;
  isAsNow: boolean;
}) {
  const t = useT('coordinator');
  const words = useT('shared');
  const f = useFormat();
  const { moved, place, isAsNow } = props;
  const { hit, before } = moved;
  const old = isAsNow ? undefined : before;
  const changes = old === undefined ? [] : changesOf(old.hit, hit).slice(0, named);
  const inWords = ({ criterion, from, to }: Change) =>
    t('weights.part', { name: words(`fit.criteria.${criterion}`), from, to });
  return (
    <li>
      <div>
        <h3>
          <Bilingual of={hit.posting.content.title} />
        </h3>
        <p class="muted">
          <Bilingual of={hit.posting.company.name} />
        </p>
        {!isAsNow && (
          <p>
            <Move was={before?.was} place={place} />
          </p>
        )}
        {changes.length > 0 && (
          <p class="hint">{t('weights.changed', { parts: f.list(changes.map(inWords)) })}</p>
        )}
      </div>
      {hit.fit !== undefined && (
        <div>
          {old?.hit.fit !== undefined && <FitStrip label={t('weights.current')} parts={old.hit.fit.parts} />}
          <FitBar compact parts={hit.fit.parts} label={isAsNow ? undefined : t('weights.proposed')} />
        </div>
      )}
    </li>
  );
}
