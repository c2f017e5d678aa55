import { expect, it } from 'vitest';
import * as z from 'zod';
import { cycles, getCycle } from '../../../functions/cycle/store.ts';
import { CycleId } from '../../../functions/ids.ts';
import { readPast } from '../../../functions/table/read-past.ts';
import { cycleSettings } from '../../support/samples.ts';
import { freshTable } from '../../support/table.ts';

const Kept = z.strictObject({
  name: z.string(),
  parts: z.array(z.strictObject({ of: z.string() })),
});

it('reads past fields that a newer version wrote, however deep', () => {
  const newer = { name: 'a', colour: 'red', parts: [{ of: 'b' }, { of: 'c', size: 2, shape: 'round' }] };
  expect(readPast(Kept, newer)).toEqual({ name: 'a', parts: [{ of: 'b' }, { of: 'c' }] });
});

it('refuses what does not fit, with fields that it does not know or without', () => {
  expect(() => readPast(Kept, { name: 1, parts: [] })).toThrow(z.ZodError);
  expect(() => readPast(Kept, { name: 1, colour: 'red', parts: [] })).toThrow(z.ZodError);
  expect(() => readPast(Kept, { colour: 'red', parts: [] })).toThrow(z.ZodError);
});

it('lets a cycle be read that newer code set up with one more setting', async () => {
  const { table, close } = freshTable();
  const id = CycleId.parse('cyc_aaaaaaaaaaaaaaaa');
  const stamp = { by: 'test', action: 'test', at: '2026-05-01T08:00:00.000Z' };
  const operation = cycles.create({ ...cycleSettings(), id, phase: 'draft' }, stamp);
  if (!('put' in operation)) throw new Error('a cycle is put');
  const body = { ...operation.put.body, interviewsOnline: true };
  await table.write([{ put: { ...operation.put, body } }]);
  expect(await getCycle(table, id)).toMatchObject({ id, phase: 'draft' });
  await close();
});
