import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import { readRecords } from '../../../functions/import/read.ts';
import { people, startWorld, type World } from '../../support/world.ts';
import { companyId, cycleId, hostile, writeHandMadeCycle } from '../../support/hand-made-cycle.ts';

let world: World;
const as = people.coordinator;
const params = { cycleId };
beforeAll(async () => {
  world = await startWorld();
  await writeHandMadeCycle(world.deps.table);
});
afterAll(() => world.stop());

const recordsOf = async (table: string, lang: string) => {
  const answer = await world.request('getStatisticsTable', {
    as,
    params: { ...params, table },
    query: { lang },
  });
  expect(answer.status).toBe(200);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = bytes.toString();
  const records = await Array.fromAsync(
    readRecords(
      (async function* () {
        yield text;
      })(),
    ),
  );
  return { answer, text, cells: records.map(({ cells }) => cells) };
};

describe('a cycle’s downloads', () => {
  it('are refused before anything was counted', async () => {
    const answer = await world.request('getStatisticsTable', { as, params: { ...params, table: 'funnel' } });
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'statistics_not_counted' });
    expect(await world.ok('getStatistics', { as, params })).toEqual({
      cycleId,
      counting: false,
      stale: true,
    });
  });

  it('hold what was counted, a table each', async () => {
    expect(await world.ok('countStatistics', { as, params, body: {} })).toMatchObject({ counting: true });
    await world.settle();
    const { counted, ...state } = await world.ok('getStatistics', { as, params });
    expect(state).toMatchObject({ counting: false, stale: false, asOf: world.clock.now() });
    expect(counted?.funnel).toHaveLength(9);

    const { cells, answer } = await recordsOf('funnel', 'zh');
    expect(answer.headers.get('content-disposition')).toContain('funnel-2026-03-20-zh.csv');
    expect(cells.slice(0, 3)).toEqual([
      ['阶段', '学生数', '占上一阶段百分比'],
      ['已注册', String(counted?.funnel[0]?.count), ''],
      ['档案完整', String(counted?.funnel[1]?.count), expect.any(String)],
    ]);
    const matches = (await recordsOf('matches', 'en')).cells;
    expect(matches[0]).toEqual(['Category', 'Statistics', 'Economics', 'Not given']);
    expect(matches.find(([name]) => name === 'Data & AI')).toEqual(['Data & AI', '2', '0', '0']);
  });

  it('make no cell of a CSV a formula, and keep what it says', async () => {
    const { cells, text } = await recordsOf('exposure', 'zh');
    expect(cells.map(([title]) => title)).toEqual([
      '岗位',
      `'${hostile.formula}`,
      `'${hostile.sum}`,
      `'${hostile.plus}`,
      '数据分析实习生',
    ]);
    expect(cells.map((row) => row[4])).toEqual(['申请数', '3', '2', '1', '0']);
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(text).toContain('\r\n');
  });

  it('make a workbook with a sheet each, numbers as numbers and no formula', async () => {
    const answer = await world.request('getStatisticsWorkbook', { as, params, query: { lang: 'zh' } });
    expect(answer.status).toBe(200);
    const book = await readXlsx(new Uint8Array(await answer.arrayBuffer()), { readStyles: true });
    expect(book.sheets.map(({ name }) => name)).toEqual([
      '转化漏斗', '各专业申请数', '各专业匹配数', '时区分布', '一天各小时', '匹配到第几志愿', '答复用时', '岗位曝光', '说明',
    ]); // prettier-ignore
    const postings = book.sheets.find(({ name }) => name === '岗位曝光');
    expect(postings?.rows.slice(1, 4).map(([title, , , seats, applications]) => [title, seats, applications])).toEqual([
      [hostile.formula, 2, 3],
      [hostile.sum, 1, 2],
      [hostile.plus, 1, 1],
    ]); // prettier-ignore
    for (const sheet of book.sheets) {
      expect(sheet.freezePane?.rows).toBe(1);
      expect(sheet.cells?.get('0,0')?.style?.font?.bold).toBe(true);
      expect([...(sheet.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([]);
    }
  });
});

describe('a company’s figures', () => {
  it('are its own, and nobody else’s', async () => {
    const own = world.first.company.id;
    await world.ok('countStatistics', { as: people.company, params: { cycleId: world.cycle.id }, body: {} });
    await world.settle();
    const at = { cycleId: world.cycle.id, companyId: own };
    const figures = await world.ok('getCompanyStatistics', { as: people.company, params: at });
    expect(figures.own).toMatchObject({ postings: 1, response: { answered: 0, waiting: 2 } });
    // Two companies, of which none has answered: that would tell of each.
    expect(figures.programme).toBeUndefined();
    expect(
      (await world.request('getCompanyStatistics', { as: people.otherCompany, params: at })).status,
    ).toBe(404);
    const stranger = { ...at, companyId: companyId(1) };
    expect(
      (await world.request('getCompanyStatistics', { as: people.company, params: stranger })).status,
    ).toBe(404);
  });
});

it('counts a cycle a last time when it closes, and these figures stand', async () => {
  const { table } = world.deps;
  const closed = { ...(await getCycle(table, cycleId)), phase: 'closed' } as const;
  const by = { by: 'test', action: 'cycle.closed', at: world.clock.now() };
  await table.write([cycles.update(closed, by)]);
  await world.settle();
  const { counted } = await world.ok('getStatistics', { as, params });
  expect(counted?.phase).toBe('closed');
  world.clock.advance(365 * 86_400_000);
  expect(await world.ok('countStatistics', { as, params, body: {} })).toMatchObject({
    counting: false,
    stale: false,
    asOf: counted?.asOf,
  });
});
