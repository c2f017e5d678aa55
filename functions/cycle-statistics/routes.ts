import type { Call, Handlers } from '../call.ts';
import { getCycle } from '../cycle/store.ts';
import { DomainError } from '../errors.ts';
import { requireOwner } from '../ownership.ts';
import type { cycleStatisticsOperations } from './api.ts';
import { askForCount } from './ask.ts';
import { csvOf } from './csv.ts';
import { programmeFor } from './rules.ts';
import { tableNames } from './schema.ts';
import { findCompanyStatistics, findStatistics, stateOf } from './store.ts';
import { inLang, sheetOf, type Source } from './tables.ts';
import { beginningOf, mostRows, workbookOf } from './workbook.ts';
import { words } from './words.ts';

type Download = Call<'getStatisticsTable'> | Call<'getStatisticsWorkbook'>;

const sourceOf = async ({ params, query, deps }: Download): Promise<Source & { cycleName: string }> => {
  const cycle = await getCycle(deps.table, params.cycleId);
  const counted = (await findStatistics(deps.table, cycle.id))?.counted;
  if (counted === undefined)
    throw new DomainError(
      'conflict',
      'statistics_not_counted',
      'These statistics have not been counted yet. Ask for them, then download.',
    );
  const { lang } = query;
  return { cycleId: cycle.id, counted, files: deps.files, lang, cycleName: inLang(cycle.name, lang) };
};

const fileName = (what: string, { counted, lang }: Source, ending: string): string =>
  `${what}-${counted.asOf.slice(0, 10)}-${lang}.${ending}`;

export const cycleStatisticsHandlers: Handlers<keyof typeof cycleStatisticsOperations> = {
  getStatistics: async ({ params, deps, now }) => {
    const cycle = await getCycle(deps.table, params.cycleId);
    const found = await findStatistics(deps.table, cycle.id);
    const state = await stateOf(deps.table, cycle, found, now);
    return { ...state, counted: found?.counted };
  },

  countStatistics: async ({ actor, params, deps, now }) =>
    askForCount(deps, await getCycle(deps.table, params.cycleId), { actor, now }),

  getStatisticsTable: async (call) => {
    const source = await sourceOf(call);
    const { table } = call.params;
    return { name: fileName(table, source, 'csv'), content: csvOf(sheetOf(table, source)) };
  },

  getStatisticsWorkbook: async (call) => {
    const source = await sourceOf(call);
    const w = words[source.lang];
    const pages = await Promise.all(tableNames.map((name) => beginningOf(sheetOf(name, source))));
    const about = {
      title: w.about,
      rows: [
        [w.cycle, source.cycleName],
        [w.asOf, source.counted.asOf],
        ...pages.filter(({ isCut }) => isCut).map(({ title }) => [title, w.cut(mostRows)]),
      ],
    };
    const bytes = await workbookOf([...pages, about]);
    return {
      name: fileName('statistics', source, 'xlsx'),
      content: (async function* () {
        yield bytes;
      })(),
    };
  },

  getCompanyStatistics: async ({ actor, params, deps, now }) => {
    requireOwner(actor, params, 'company');
    const cycle = await getCycle(deps.table, params.cycleId);
    const found = await findStatistics(deps.table, cycle.id);
    const state = await stateOf(deps.table, cycle, found, now);
    if (found?.counted === undefined) return state;
    const own = await findCompanyStatistics(deps.table, params.companyId, cycle.id);
    return { ...state, own, programme: programmeFor(own, found.counted) };
  },
};
