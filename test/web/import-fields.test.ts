import { expect, it } from 'vitest';
import { guessMapping } from '../../functions/import/columns.ts';
import { importFields as known } from '../../functions/import/schema.ts';
import { importFields } from '../../web/coordinator/import-mapping.tsx';
import en from '../../web/i18n/en/coordinator-import.ts';
import zh from '../../web/i18n/zh/coordinator-import.ts';

it('an empty sheet has a column for every field that a sheet can fill', () => {
  expect(importFields.toSorted()).toEqual(known.toSorted());
});

it.each([
  ['Chinese', zh.mapping.fields],
  ['English', en.mapping.fields],
] as const)('the columns of an empty sheet in %s are understood without help', (_, labels) => {
  const columns = importFields.map((field) => labels[field]);
  expect(guessMapping(columns, [])).toEqual(
    Object.fromEntries(importFields.map((field) => [labels[field], field])),
  );
});
