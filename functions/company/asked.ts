import { instantAfter } from '../clock/clock.ts';
import { entity } from '../table/entity.ts';
import type { Key, Operation, Query, Stamp, Table } from '../table/table.ts';
import { recruiterKey } from './recruiters.ts';
import { rememberedMs } from './rules.ts';
import { Asked, type Recruiter } from './schema.ts';

type Whom = Pick<Recruiter, 'email' | 'companyId'>;

const askedKey = ({ email, companyId }: Whom): Key => ({
  pk: recruiterKey(email).pk,
  sk: `ASKED#${companyId}`,
});

/** That a company asked somebody, and whether they declined: it outlives the invitation, so that nobody is asked on and on. */
const asked = entity({
  schema: Asked,
  key: askedKey,
  expiresAt: ({ state, at }) => instantAfter(at, rememberedMs[state]),
});

export const findAsked = (table: Table, whom: Whom): Promise<Asked | undefined> =>
  asked.get(table, askedKey(whom));

/** The companies that asked somebody not long ago. */
export const askedOf = (email: string): Pick<Query, 'pk' | 'sk'> => ({
  pk: recruiterKey(email).pk,
  sk: { prefix: 'ASKED#' },
});

/** The write that goes with an invitation: it is remembered from the first on, and nobody declines meanwhile. */
export const asking = (whom: Whom, before: Asked | undefined, by: Stamp): Operation =>
  before
    ? { check: askedKey(whom), if: { version: before.version } }
    : asked.create({ ...whom, state: 'invited', at: by.at }, by);

/** The write that remembers a no. */
export const declining = (whom: Whom, before: Asked | undefined, by: Stamp): Operation => {
  const declined = { ...whom, state: 'declined', at: by.at } as const;
  return before ? asked.update({ ...declined, version: before.version }, by) : asked.create(declined, by);
};
