import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { imports } from '../../../functions/import/store.ts';
import { makeDeps, type TestDeps } from '../../support/deps.ts';
import { gb18030 } from '../../support/gb18030.ts';
import { allRows, check, makeCycle, upload } from '../../support/imports.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await makeDeps();
  await makeCycle(deps);
});
afterEach(() => deps.close());

const chinese =
  '企业名称,岗位名称,招聘人数\n上海云图科技有限公司,数据分析实习生,2\n杨浦新媒体中心,短视频运营,1\n';

test.each([
  ['UTF-8', Buffer.from(chinese), 'utf-8'],
  ['UTF-8 with BOM', Buffer.from('\ufeff' + chinese), 'utf-8'],
  ['GB18030', gb18030(chinese), 'gb18030'],
])('a file in %s is read as what it says', async (_, bytes, encoding) => {
  const found = await upload(deps, bytes);
  expect(found.encoding).toBe(encoding);
  expect(found.columns).toEqual(['企业名称', '岗位名称', '招聘人数']);
  expect(found.mapping).toEqual({ 企业名称: 'company', 岗位名称: 'title', 招聘人数: 'capacity' });
  expect(found.sample[0]).toEqual({
    企业名称: '上海云图科技有限公司',
    岗位名称: '数据分析实习生',
    招聘人数: '2',
  });
  await check(deps, found);
  expect((await allRows(deps, found)).map((row) => row.values.岗位名称)).toEqual([
    '数据分析实习生',
    '短视频运营',
  ]);
});

test.each([
  ['an empty file', Buffer.of()],
  ['an Excel workbook', Buffer.from('PK\u0003\u0004 company,title')],
  [
    'a picture',
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      Buffer.alloc(9_000, 0xff),
    ]),
  ],
  ['UTF-16', Buffer.from('\ufeffcompany,title\nA,B\n', 'utf16le')],
  [
    'neither UTF-8 nor GB18030',
    Buffer.concat([Buffer.from('company,title\n'), Buffer.from([0xff, 0x20]), Buffer.from(',B\n')]),
  ],
  ['prose', Buffer.from('Dear coordinator\nplease find our postings below\n')],
  ['a header alone', Buffer.from('company,title\n')],
])('%s is refused and leaves nothing behind', async (_, bytes) => {
  await expect(upload(deps, bytes)).rejects.toMatchObject({
    kind: 'invalid',
    code: 'not_csv',
    fields: [{ pointer: '/body' }],
  });
  const files = readdirSync(join(deps.folder, 'files'), { recursive: true, withFileTypes: true });
  expect(files.filter((entry) => entry.isFile())).toEqual([]);
  expect((await imports.list(deps.table, { index: 'gsi1', pk: 'IMPORTS' })).items).toEqual([]);
});

test('a cycle that is over takes no import', async () => {
  const other = await makeDeps();
  await makeCycle(other, 'closed');
  await expect(upload(other, chinese)).rejects.toMatchObject({ code: 'cycle_over' });
  await other.close();
});
