import { Bilingual } from '../components/bilingual.tsx';
import { DateTime } from '../components/date-time.tsx';
import { DayText } from '../components/day-text.tsx';
import { FactList } from '../components/facts.tsx';
import { OutsideLink } from '../components/link.tsx';
import { SeatsInWords } from '../components/seats-in-words.tsx';
import { useNames } from '../components/taxonomy.ts';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import { payWords } from './pay-words.ts';
import { hoursWords } from './posting-card.tsx';
import type { Posting } from './posting-content.ts';

/** Every fact of a posting by name; what it does not say is left out. */
export function PostingFacts(props: { posting: Posting }) {
  const t = useT('posting');
  const words = useT('shared');
  const f = useFormat();
  const names = useNames();
  const { id, content, company, seating } = props.posting;
  const { startsOn, endsOn, hours, coreHours, zone, overlapHours, languages, pay, skills } = content;
  const listed = (slugs: readonly string[] | undefined, name: (slug: string) => string) =>
    slugs === undefined || slugs.length === 0 ? undefined : f.list(slugs.map(name));
  return (
    <FactList
      of={[
        [
          t('facts.company'),
          <>
            <Bilingual of={company.name} />
            {company.district !== undefined && <span class="muted"> {company.district}</span>}
          </>,
        ],
        [
          t('one.website'),
          company.website && (
            <OutsideLink href={company.website}>{company.website.replace(/^https?:\/\//, '')}</OutsideLink>
          ),
        ],
        [t('facts.category'), content.category && names.category(content.category)],
        [
          t('facts.seats'),
          content.capacity !== undefined && (
            <>
              {f.number(content.capacity)}
              {seating !== undefined && <SeatsInWords postingId={id} seating={seating} />}
            </>
          ),
        ],
        [
          t('facts.dates'),
          startsOn && endsOn && t('facts.span', { from: f.day(startsOn), to: f.day(endsOn) }),
        ],
        [t('facts.hours'), hours && hoursWords(hours, t)],
        [t('facts.workMode'), content.workMode && words(`workModes.${content.workMode}`)],
        [
          t('facts.coreHours'),
          coreHours &&
            zone &&
            t('facts.coreHoursAt', {
              ...coreHours,
              zone: f.zone(zone, Date.parse(startsOn ?? props.posting.createdAt)),
            }),
        ],
        [t('facts.overlap'), overlapHours !== undefined && f.duration(overlapHours * 60)],
        [
          t('facts.languages'),
          languages &&
            languages.length > 0 &&
            f.list(
              languages.map(({ code, level }) =>
                t('facts.language', {
                  language: f.language(code),
                  level: words.maybe(`languageLevels.${level}`) ?? level,
                }),
              ),
            ),
        ],
        [t('facts.pay'), pay && payWords(pay, t, f)],
        [t('facts.credit'), content.credit === true && t('facts.creditYes')],
        [t('facts.required'), listed(skills?.required, names.skill)],
        [t('facts.preferred'), listed(skills?.preferred, names.skill)],
        [t('facts.majors'), content.majors && (listed(content.majors, names.major) ?? t('facts.anyMajor'))],
        [
          t('facts.levels'),
          content.studyLevels &&
            (listed(content.studyLevels, (level) => words.maybe(`levels.${level}`) ?? level) ??
              t('facts.anyLevel')),
        ],
        [
          t('facts.countries'),
          content.countries && (listed(content.countries, f.country) ?? t('facts.anywhere')),
        ],
        [t('facts.mentor'), content.mentor],
        [t('facts.materials'), content.materials && <Bilingual of={content.materials} />],
        [t('facts.validUntil'), content.validUntil && <DayText day={content.validUntil} />],
      ]}
    />
  );
}

/** The end of the applying window in both zones. */
export function ApplyBy(props: { to: string; now: number }) {
  const t = useT('posting');
  return (
    <p>
      {t('apply.deadline')} <DateTime at={props.to} now={props.now} />
    </p>
  );
}
