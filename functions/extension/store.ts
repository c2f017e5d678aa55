import type { Instant } from '../clock/clock.ts';
import { isOpen } from '../cycle/rules.ts';
import type { Cycle } from '../cycle/schema.ts';
import { entity } from '../table/entity.ts';
import type { Key, Table } from '../table/table.ts';
import { isInForce } from './rules.ts';
import { type ExtendedStep, type ExtendedTo, Extension } from './schema.ts';

const partitionOf = (to: ExtendedTo): string =>
  to.kind === 'student' ? `STUDENT#${to.studentId}` : `COMPANY#${to.companyId}`;
const extensionKey = (to: ExtendedTo, cycleId: string, step: ExtendedStep): Key => ({
  pk: partitionOf(to),
  sk: `EXTENSION#${cycleId}#${step}`,
});

export const extensions = entity({
  schema: Extension,
  key: ({ to, cycleId, step }) => extensionKey(to, cycleId, step),
  index: ({ to, cycleId, step, until, ended }) => ({
    gsi1: { pk: `CYCLE#${cycleId}#EXTENSIONS`, sk: `${until}#${partitionOf(to)}#${step}` },
    ...(ended === undefined && {
      gsi2: { pk: 'EXTENSIONS_TO_END', sk: `${until}#${partitionOf(to)}#${cycleId}#${step}` },
    }),
  }),
});

export const findExtension = (
  table: Table,
  to: ExtendedTo,
  cycleId: string,
  step: ExtendedStep,
): Promise<Extension | undefined> => extensions.get(table, extensionKey(to, cycleId, step));

/** Until when somebody has more time for a step; undefined when there is none or it is over. */
export const extendedUntil = async (
  table: Table,
  to: ExtendedTo,
  { cycleId, step, now }: { cycleId: string; step: ExtendedStep; now: Instant },
): Promise<Instant | undefined> => {
  const until = (await findExtension(table, to, cycleId, step))?.until;
  return isInForce(until, now) ? until : undefined;
};

/** The same, asked only where the phase is not open to everyone anyway. */
export const moreTime = async (
  table: Table,
  to: ExtendedTo,
  { cycle, phase, now }: { cycle: Cycle; phase: 'applying' | 'shortlisting' | 'ranking'; now: Instant },
): Promise<Instant | undefined> =>
  isOpen(cycle, phase, now) ? undefined : extendedUntil(table, to, { cycleId: cycle.id, step: phase, now });

/** All of one student or company. */
export const extensionsOf = async (table: Table, to: ExtendedTo): Promise<Extension[]> =>
  (await extensions.list(table, { pk: partitionOf(to), sk: { prefix: 'EXTENSION#' } })).items;

export const extensionsOfCycle = (
  table: Table,
  cycleId: string,
  page: { limit: number; cursor?: string | undefined },
) => extensions.list(table, { index: 'gsi1', pk: `CYCLE#${cycleId}#EXTENSIONS`, descending: true, ...page });

/** Those that are over and whose end has had no consequence yet. */
export const extensionsToEnd = (table: Table, now: Instant) =>
  extensions.all(table, { index: 'gsi2', pk: 'EXTENSIONS_TO_END', sk: { to: now } });
