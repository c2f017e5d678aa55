import * as z from 'zod';
import { notFound } from '../errors.ts';
import { type ApplicationId, partsOfApplicationId } from '../ids.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Query, Table } from '../table/table.ts';
import { Application } from './schema.ts';

const applicationKey = (studentId: string, postingId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `APPLICATION#${postingId}`,
});
export const applications = entity({
  schema: Application,
  key: (application) => applicationKey(application.studentId, application.postingId),
  index: (application) => ({
    gsi1: { pk: `POSTING#${application.postingId}#APPLICATIONS`, sk: application.studentId },
    gsi2: { pk: `CYCLE#${application.cycleId}#APPLICATIONS`, sk: `${application.state}#${application.id}` },
  }),
});

/** Holds in a write of something else that the application is still as it was read. */
export const applicationHeldAt = ({ studentId, postingId, version }: Application): Operation => ({
  check: applicationKey(studentId, postingId),
  if: { version },
});

export const findApplication = (
  table: Table,
  studentId: string,
  postingId: string,
): Promise<Application | undefined> => applications.get(table, applicationKey(studentId, postingId));

export const getApplication = async (table: Table, id: ApplicationId): Promise<Application> => {
  const { student, posting } = partsOfApplicationId(id);
  const application = await findApplication(table, student, posting);
  if (application === undefined) throw notFound('application');
  return application;
};

export const ofStudent = (studentId: string): Pick<Query, 'pk' | 'sk'> => ({
  pk: `STUDENT#${studentId}`,
  sk: { prefix: 'APPLICATION#' },
});
export const ofPosting = (postingId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi1',
  pk: `POSTING#${postingId}#APPLICATIONS`,
});
export const ofCycle = (cycleId: string): Pick<Query, 'index' | 'pk'> => ({
  index: 'gsi2',
  pk: `CYCLE#${cycleId}#APPLICATIONS`,
});
export const ofCycleInState = (cycleId: string, state: string): Pick<Query, 'index' | 'pk' | 'sk'> => ({
  index: 'gsi2',
  pk: `CYCLE#${cycleId}#APPLICATIONS`,
  sk: { prefix: `${state}#` },
});

/** How many live applications a student has in a cycle; written together with each of them, so that the cap holds. */
const Used = z.object({
  studentId: z.string(),
  cycleId: z.string(),
  used: z.number().int().min(0),
  version: z.number().int(),
});
export type Used = z.infer<typeof Used>;
const usedKey = (studentId: string, cycleId: string): Key => ({
  pk: `STUDENT#${studentId}`,
  sk: `QUOTA#${cycleId}`,
});
export const quotas = entity({ schema: Used, key: (used) => usedKey(used.studentId, used.cycleId) });
export const getUsed = (table: Table, studentId: string, cycleId: string): Promise<Used | undefined> =>
  quotas.get(table, usedKey(studentId, cycleId));
