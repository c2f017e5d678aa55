import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import { FitBar } from '../components/fit-bar.tsx';
import { HoursStrip } from '../components/hours-strip.tsx';
import { Notice } from '../components/notice.tsx';
import { Panel } from '../components/page.tsx';
import { Loaded, useProblem } from '../components/problem.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { Profile } from '../student/profile-parts.ts';
import type { PostingContent } from './posting-content.ts';

type Improvement = Result<'getFit'>['improvements'][number];

function useRaise(): (one: Improvement) => string {
  const t = useT('posting');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  return (one) => {
    const gain = f.number(one.gain * 100, one.gain < 0.01 ? 1 : 0);
    switch (one.criterion) {
      case 'skills':
        return t(one.required ? 'raise.skillRequired' : 'raise.skillPreferred', {
          skill: names.skill(one.skill),
          gain,
        });
      case 'language':
        return t('raise.language', {
          language: f.language(one.code),
          needed: words.maybe(`languageLevels.${one.needed}`) ?? one.needed,
          gain,
        });
      case 'hours':
        return t('raise.hours', { hours: one.hours, gain });
      case 'overlap':
        return t('raise.overlap', { duration: f.duration(Math.round(one.moreMinutes)), gain });
      case 'dates':
        return t('raise.dates', { count: one.moreDays, gain });
    }
  };
}

/** How a posting fits the student: the parts of the score, and what would raise it. */
export function FitPanel(props: { postingId: string }) {
  const t = useT('posting');
  const sentence = useProblem();
  const raise = useRaise();
  const fit = useResource('getFit', { params: { postingId: props.postingId } });
  if (fit.problem?.code === 'no_fit')
    return (
      <Panel title={t('one.fit')}>
        <Notice tone="info">
          <p>{sentence(fit.problem)}</p>
          <p>
            <a href="/student/profile">{t('list.toProfile')}</a>
          </p>
        </Notice>
      </Panel>
    );
  return (
    <Panel title={t('one.fit')}>
      <Loaded of={fit}>
        {({ parts, improvements }) => (
          <>
            <FitBar parts={parts} />
            <h3>{t('one.raise')}</h3>
            {improvements.length === 0 ? (
              <p>{t('one.raiseNone')}</p>
            ) : (
              <>
                <ul>
                  {improvements.slice(0, 5).map((one) => (
                    <li key={JSON.stringify(one)}>{raise(one)}</li>
                  ))}
                </ul>
                <p class="hint">{t('one.raiseNote')}</p>
              </>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

/** The zone that the student lives in on a day: a stay that covers it, else the usual home. */
export function zoneOn(profile: Profile, day: string): string | undefined {
  const { residences = [] } = profile;
  const bounded = residences.find(
    ({ from, to }) =>
      (from !== undefined || to !== undefined) && (from ?? '') <= day && day <= (to ?? '9999'),
  );
  const home = residences.find(({ from, to }) => from === undefined && to === undefined);
  return (bounded ?? home ?? residences[0])?.zone;
}

/** The student's hours above the team's. */
export function HoursPanel(props: { content: PostingContent }) {
  const t = useT('posting');
  const profile = useResource('getProfile');
  const words = useT('shared');
  const f = useFormat();
  const { zone, coreHours, startsOn, endsOn, workMode } = props.content;
  if (zone === undefined || coreHours === undefined || startsOn === undefined || endsOn === undefined)
    return null;
  return (
    <Panel title={t('one.hours')}>
      <Loaded of={profile}>
        {({ profile: own }) => {
          const mine = zoneOn(own, startsOn);
          if (mine === undefined || own.workingHours === undefined)
            return (
              <p>
                {t('one.hoursMissing')} <a href="/student/profile">{t('list.toProfile')}</a>
              </p>
            );
          return (
            <>
              {workMode !== undefined && workMode !== 'remote' && mine !== zone && (
                <Notice tone="warn">
                  {t('one.elsewhere', {
                    mode: words(`workModes.${workMode}`),
                    there: f.zone(zone, Date.parse(startsOn)),
                    here: f.zone(mine, Date.parse(startsOn)),
                  })}
                </Notice>
              )}
              <HoursStrip
                mine={{ zone: mine, ...own.workingHours }}
                theirs={{ zone, ...coreHours }}
                from={startsOn}
                to={endsOn}
              />
            </>
          );
        }}
      </Loaded>
    </Panel>
  );
}
