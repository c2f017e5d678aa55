import { Unavailable } from '../errors.ts';
import { mentionsAny } from '../table/mentions.ts';
import type { Remains } from '../table/remains.ts';
import type { WholeTable } from '../table/whole.ts';
import { Account, type Accounts } from './accounts.ts';

export interface AccountRemoval {
  /** Takes somebody out of where people sign in. Nothing to do when they are gone. */
  remove(person: { subject: string; email: string }): Promise<void>;
  /** The subjects of those who may sign in as coordinators; a page of them, where there are many. */
  coordinators(): Promise<readonly string[]>;
}

/** Takes out of the embedded issuer's table the account, the sessions and grants that name it, and all traces of both. */
export const accountRemoval = (table: WholeTable & Remains, accounts: Accounts): AccountRemoval => ({
  coordinators: async () => {
    const subjects: string[] = [];
    for await (const { sk, body } of table.items()) {
      const account = sk === 'ACCOUNT' ? Account.parse(body) : undefined;
      if (account?.role === 'coordinator') subjects.push(account.subject);
    }
    return subjects;
  },
  remove: async ({ subject, email }) => {
    const account = await accounts.find(subject);
    const ids = [subject, email, ...(account ? [account.email] : [])];
    await table.forget({ partitions: [`ACCOUNT#${subject}`], ids, names: account ? [account.name] : [] });
    const named: { pk: string; sk: string }[] = [];
    for await (const item of table.items())
      if (mentionsAny(ids, item)) named.push({ pk: item.pk, sk: item.sk });
    await table.takeOut(named);
    if (!(await table.clean())) throw new Unavailable('Somebody is reading the accounts. Clean them later.');
  },
});
