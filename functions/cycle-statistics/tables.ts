import categoryNames from '../../matching/taxonomy/categories.json' with { type: 'json' };
import { majorNames, majorSlugs } from '../../matching/taxonomy/majors.ts';
import { own } from '../../matching/round/lookup.ts';
import type { Files } from '../files/files.ts';
import { rowsOf } from './rows.ts';
import { CompanyRow, type Counted, PostingRow, type TableName } from './schema.ts';
import { type Lang, words } from './words.ts';

export type Cell = string | number;
type Row = readonly Cell[];

/** One table of a download: its first row names the columns. */
export interface Sheet {
  name: TableName;
  title: string;
  head: readonly string[];
  rows: () => Iterable<Row> | AsyncIterable<Row>;
}

export interface Source {
  cycleId: string;
  counted: Counted;
  files: Files;
  lang: Lang;
}

type Named = Readonly<Record<string, { zh: string; en: string }>>;
const nameIn = (names: Named, slug: string, lang: Lang): string =>
  own(names, slug)?.[lang] ?? words[lang].none;
export const inLang = (name: { zh?: string | undefined; en?: string | undefined }, lang: Lang): string =>
  name[lang] ?? name.zh ?? name.en ?? '';

const funnel = ({ counted, lang }: Source): Row[] =>
  counted.funnel.map(({ stage, count }, at) => {
    const before = counted.funnel[at - 1]?.count;
    const share = before === undefined || before === 0 ? '' : Math.round((count / before) * 1000) / 10;
    return [words[lang].stages[stage], count, share];
  });

/** The majors that anybody has, in the taxonomy's order; the last one stands for those who name none. */
const majorsIn = ({ heat }: Counted): string[] =>
  [...majorSlugs, 'none'].filter((slug) => heat.some(({ major }) => major === slug));

const crossed = ({ counted, lang }: Source, what: 'applications' | 'matches'): Row[] => {
  const majors = majorsIn(counted);
  return [...Object.keys(categoryNames), 'none']
    .map((category) => ({ category, cells: counted.heat.filter((cell) => cell.category === category) }))
    .filter(({ category, cells }) => category !== 'none' || cells.length > 0)
    .map(({ category, cells }) => [
      nameIn(categoryNames, category, lang),
      ...majors.map((slug) => cells.find(({ major }) => major === slug)?.[what] ?? 0),
    ]);
};

const responseRow = (name: string, row: Omit<CompanyRow, 'id' | 'name'>): Row => [
  name,
  row.applications,
  row.answered,
  row.waiting,
  row.days?.median ?? '',
  row.days?.p90 ?? '',
];

async function* response({ cycleId, counted, files, lang }: Source): AsyncGenerator<Row> {
  const { answered, waiting, days } = counted.response;
  const all = { applications: counted.exposure.applications, answered, waiting, days };
  yield responseRow(words[lang].all, all);
  for await (const row of rowsOf(files, { cycleId, of: 'companies' }, CompanyRow))
    yield responseRow(inLang(row.name, lang), row);
}

async function* exposure({ cycleId, files, lang }: Source): AsyncGenerator<Row> {
  for await (const row of rowsOf(files, { cycleId, of: 'postings' }, PostingRow))
    yield [
      inLang(row.title, lang),
      inLang(row.company, lang),
      nameIn(categoryNames, row.category, lang),
      row.seats,
      row.applications,
      row.matches,
    ];
}

/** A table by its name, in one language. */
export const sheetOf = (name: TableName, source: Source): Sheet => {
  const { counted, lang } = source;
  const w = words[lang];
  const sheet = (head: readonly string[], rows: Sheet['rows']): Sheet => ({
    name,
    title: w.titles[name],
    head,
    rows,
  });
  switch (name) {
    case 'funnel':
      return sheet([w.stage, w.students, w.share], () => funnel(source));
    case 'applications':
    case 'matches':
      return sheet([w.category, ...majorsIn(counted).map((slug) => nameIn(majorNames, slug, lang))], () =>
        crossed(source, name),
      );
    case 'zones':
      return sheet([w.zone, w.offset, w.students], () =>
        counted.zones.students.map(({ zone, offsetMinutes, count }) => [zone, offsetMinutes / 60, count]),
      );
    case 'hours':
      return sheet([w.hour(counted.zones.zone, counted.zones.day), w.awake, w.working, w.core], () =>
        counted.zones.hours.map(({ hour, awake, working, core }) => [hour, awake, working, core]),
      );
    case 'choices':
      return sheet([w.round, w.choice, w.students], () =>
        counted.choices.flatMap(({ number, places, unmatched }): Row[] => [
          ...places.map(({ place, count }) => [number, place, count]),
          [number, w.unmatched, unmatched],
        ]),
      );
    case 'response':
      return sheet([w.company, w.applications, w.answered, w.waiting, w.median, w.p90], () =>
        response(source),
      );
    case 'exposure':
      return sheet([w.posting, w.company, w.category, w.seats, w.applications, w.matches], () =>
        exposure(source),
      );
  }
};
