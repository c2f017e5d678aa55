import { people } from '../../../support/world.ts';
import type { Ask } from '../../caller.ts';
import type { Step } from '../play.ts';
import { cycleOf, inWorld } from './world.ts';

const as = people.coordinator;
const rows = (name: string): string =>
  `company,title,capacity\n${name} Ltd,One,1\n${name} Ltd,Two,x\n${name} Labs,Three,2\n${name} Ltd,One,1\n`;

const importNamed = async (ask: Ask, fileName: string) => {
  const { items } = await ask('listImports', { as });
  return items.find((one) => one.fileName === fileName);
};

/** In which states an import has been asked for this: its job goes on after a crash by itself. */
const after = {
  check: ['checking', 'checked', 'importing', 'imported', 'undoing', 'undone'],
  run: ['importing', 'imported', 'undoing', 'undone'],
  undo: ['undoing', 'undone'],
} as const;
const operationOf = { check: 'checkImport', run: 'runImport', undo: 'undoImport' } as const;

const uploading = (fileName: string): Step => ({
  name: `upload ${fileName}`,
  isDone: async (ask) => (await importNamed(ask, fileName)) !== undefined,
  take: async (ask) => {
    const params = { cycleId: await cycleOf(ask) };
    await ask('uploadImport', { as, params, query: { fileName }, body: rows(fileName) });
  },
});

const asking = (what: keyof typeof after, fileName: string): Step => ({
  name: `${what} ${fileName}`,
  isDone: async (ask) => {
    const state = (await importNamed(ask, fileName))?.state;
    return after[what].some((one) => one === state);
  },
  take: async (ask) => {
    const { id, version, mapping } = (await importNamed(ask, fileName)) ?? {
      id: '',
      version: 0,
      mapping: {},
    };
    await ask(operationOf[what], {
      as,
      params: { importId: id },
      ifMatch: version,
      ...(what === 'check' && { body: { mapping } }),
    });
  },
});

/** A spreadsheet is brought in; another one too, and is taken back. */
const bringIn = (fileName: string): Step[] => [
  uploading(fileName),
  asking('check', fileName),
  asking('run', fileName),
];
export const importing = inWorld([...bringIn('Keep'), ...bringIn('Regret'), asking('undo', 'Regret')]);
