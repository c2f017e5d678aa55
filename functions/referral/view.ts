import type { Table } from '../table/table.ts';
import { type MyReferral, type Referrer, referralConsentVersion, shownWithConsent } from './schema.ts';
import { findReferral, getReferrer, listPeople } from './store.ts';

/** Who brought a student, as the student sees it, with what consent would show. */
export const myReferral = async (table: Table, studentId: string): Promise<MyReferral> => {
  const found = await findReferral(table, studentId);
  const asked = { consentVersion: referralConsentVersion, shows: [...shownWithConsent] } satisfies MyReferral;
  if (found === undefined) return asked;
  const { name, kind } = await getReferrer(table, found.referrerId);
  return { ...asked, referral: { ...found, referrer: { name, kind } } };
};

export const referrerView = async (table: Table, referrer: Referrer) => ({
  ...referrer,
  people: await listPeople(table, referrer.id),
});
