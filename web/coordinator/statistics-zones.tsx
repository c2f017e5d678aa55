import { Table } from '../components/table.tsx';
import { Bars } from '../figures/bars.tsx';
import { busiest, Day, type Hour } from '../figures/day.tsx';
import { Picture } from '../figures/picture.tsx';
import { useFormat, useT } from '../i18n/use-lang.tsx';
import type { PictureProps } from './statistics.tsx';
import { Csv } from './statistics-csv.tsx';

const offsetText = (minutes: number): string => {
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest === 0 ? '' : `:${rest}`}`;
};

/** Whose day it is where the students are, against the hours of the teams. */
export function ZonesPicture({ of: { zones }, cycleId }: PictureProps) {
  const t = useT('statistics');
  const f = useFormat();
  const { hours, day, postings } = zones;
  const noon = Date.parse(`${day}T12:00:00Z`);
  const zone = f.zone(zones.zone, noon);
  const students = zones.students.reduce((sum, { count }) => sum + count, 0);
  const title = t('zones.title');
  const say = ({ hour, core, awake, working }: Hour) =>
    t('zones.words', { zone, hour: String(hour), core, postings, students, awake, working });
  const busy = hours[busiest(hours)];
  const cityOf = (name: string) => f.zone(name, noon);
  const byOffset = [...Map.groupBy(zones.students, ({ offsetMinutes }) => offsetMinutes)].map(
    ([minutes, list]) => {
      const cities = list.toSorted((a, b) => b.count - a.count).map((one) => cityOf(one.zone).split(/,? (?=GMT|UTC)/)[0] ?? ''); // prettier-ignore
      return {
        label: `${offsetText(minutes)} · ${cities.slice(0, 2).join(' · ')}${cities.length > 2 ? ' …' : ''}`,
        count: list.reduce((sum, { count }) => sum + count, 0),
        marked: list.some((one) => one.zone === zones.zone),
      };
    },
  );
  if (students === 0) return <Picture title={title} words={t('nothing')} />;
  return (
    <Picture
      title={title}
      words={postings === 0 || busy === undefined ? t('zones.noTeams') : say(busy)}
      hint={t('zones.hint', { day: f.day(day) })}
      table={
        <>
          <Table
            caption={t('zones.hoursCaption')}
            tight
            rows={hours}
            rowKey={({ hour }) => String(hour)}
            columns={[
              {
                head: t('zones.hours'),
                main: true,
                cell: ({ hour }) => String(hour).padStart(2, '0'),
              },
              { head: t('zones.awake'), numeric: true, cell: ({ awake }) => f.number(awake) },
              { head: t('zones.working'), numeric: true, cell: ({ working }) => f.number(working) },
              { head: t('zones.core'), numeric: true, cell: ({ core }) => f.number(core) },
            ]}
          />
          <Table
            caption={t('zones.zonesCaption')}
            tight
            rows={zones.students}
            rowKey={(one) => one.zone}
            columns={[
              { head: t('zones.zone'), main: true, cell: (one) => cityOf(one.zone) },
              { head: t('zones.students'), numeric: true, cell: ({ count }) => f.number(count) },
            ]}
          />
        </>
      }
      download={
        <div class="row">
          <Csv cycleId={cycleId} table="hours" name={t('zones.hoursCaption')} />
          <Csv cycleId={cycleId} table="zones" name={t('zones.zonesCaption')} />
        </div>
      }
    >
      <Day hours={hours} students={students} postings={postings} zone={zone} say={say} />
      <h3>{t('zones.west')}</h3>
      <Bars of={byOffset} label={t('zones.zonesCaption')} />
    </Picture>
  );
}
