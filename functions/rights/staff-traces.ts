import { askedOf } from '../company/asked.ts';
import { proposalOf } from '../company/proposal.ts';
import { invitationsTo } from '../company/invitations.ts';
import { recruiters, recruitersOf } from '../company/recruiters.ts';
import { allCompanies, companies } from '../company/store.ts';
import type { Company } from '../company/schema.ts';
import type { Deps } from '../deps.ts';
import { ofCompany as placementsOf, placements } from '../placement/store.ts';
import { ofCompany as postingsOf } from '../posting/store.ts';
import { everyItem } from '../table/every.ts';
import { wholeWord } from '../table/mentions.ts';
import type { Item, Json, Key } from '../table/table.ts';
import type { Staff } from './person.ts';
import type { StaffDeletion } from './schema.ts';
import { rewrite } from './rewrite.ts';
import { formerName, nobodysAddress } from './words.ts';

type Way = (deps: Deps, person: Staff) => Promise<void>;

const addressOf = ({ email }: Pick<StaffDeletion, 'email'>): string => email.toLowerCase();
const membershipsOf = (deletion: StaffDeletion): Key[] => [
  { pk: `RECRUITER#${addressOf(deletion)}`, sk: 'RECRUITER' },
  { pk: `REFERRER_PERSON#${addressOf(deletion)}`, sk: 'REFERRER_PERSON' },
];
/** Partitions whose names are the person's. */
export const placesOfStaff = (deletion: StaffDeletion): string[] =>
  membershipsOf(deletion).map(({ pk }) => pk);

const inboxOf = (deletion: StaffDeletion, { id }: Pick<Company, 'id'>) => ({
  pk: `RECRUITER#${addressOf(deletion)}#${id}`,
});
const isPerson = ({ ids }: Staff, contact: { email: string } | undefined): boolean =>
  ids.some((id) => id.toLowerCase() === contact?.email.toLowerCase());
const isContact = (person: Staff, { content }: Company): boolean => isPerson(person, content.contact);
/** Or would be, once a coordinator agrees. */
const isProposed = (person: Staff, company: Company): boolean =>
  isPerson(person, proposalOf(company)?.contact);
const isNamed = (person: Staff, company: Company): boolean =>
  isContact(person, company) || isProposed(person, company);

/** The companies that somebody acts or acted for, or is named by: whoever moves on leaves an inbox behind. */
async function* companiesOf({ table }: Deps, person: Staff): AsyncGenerator<Company> {
  const { deletion } = person;
  if (deletion.role !== 'company') return;
  for await (const company of allCompanies(table)) {
    const acted = async () =>
      (await table.query({ ...inboxOf(deletion, company), limit: 1 })).items.length > 0;
    if (company.id === deletion.companyId || isNamed(person, company) || (await acted())) yield company;
  }
}

/** What stands for somebody's name and address is no word of a sentence, but the whole of a field. */
const withoutName = (person: Staff, body: Item['body']): object =>
  Object.fromEntries(
    Object.entries(body)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, neutral(person, value ?? null)]),
  );
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const neutral = (person: Staff, value: Json): unknown => {
  if (typeof value === 'string') {
    const same = (name: string) => name.trim().toLowerCase() === value.trim().toLowerCase();
    if (person.deletion.names.some(same)) return formerName[person.deletion.role];
    return person.ids.reduce(
      (text, id) => text.replaceAll(new RegExp(wholeWord(id), 'gi'), nobodysAddress),
      value,
    );
  }
  if (isList(value)) return value.map((one) => neutral(person, one));
  return value === null || typeof value !== 'object' ? value : withoutName(person, value);
};

const asBody = (value: object): Item['body'] => JSON.parse(JSON.stringify(value));

/** Writes an item without the person's name and address, where it has them. `body`: what it is to say besides. */
const writeWithoutName = async (
  deps: Deps,
  person: Staff,
  item: Item,
  body: Item['body'] = item.body,
): Promise<void> => {
  const left = asBody(withoutName(person, body));
  if (JSON.stringify(left) !== JSON.stringify(item.body))
    await deps.table.write([rewrite(deps, item, { body: left })]);
};
const takeOff = async (deps: Deps, person: Staff, key: Key): Promise<void> => {
  const item = await deps.table.get(key);
  if (item !== undefined) await writeWithoutName(deps, person, item);
};

/** What a company says once a colleague stands where it named this person as whom to write to, or wants to. */
const withColleague = async (
  { table }: Deps,
  person: Staff,
  { body, ...item }: Item,
): Promise<Item['body']> => {
  const company = companies.parse({ ...item, body });
  if (!isNamed(person, company)) return body;
  const [colleague] = (await recruiters.list(table, { ...recruitersOf(company.id), limit: 1 })).items;
  const contact = { name: formerName.company, email: colleague?.email ?? nobodysAddress };
  return asBody({
    ...body,
    ...(isContact(person, company) && { content: { ...company.content, contact } }),
    ...(isProposed(person, company) && { proposed: { ...proposalOf(company), contact } }),
  });
};

const leaveCompany = async (deps: Deps, person: Staff, companyId: string): Promise<void> => {
  const item = await deps.table.get({ pk: `COMPANY#${companyId}`, sk: 'COMPANY' });
  if (item !== undefined) await writeWithoutName(deps, person, item, await withColleague(deps, person, item));
};

/** What the company offers and wrote stays, and a neutral word stands where the name was. */
export const takeNameOff: Way = async (deps, person) => {
  for await (const company of companiesOf(deps, person)) {
    await leaveCompany(deps, person, company.id);
    for await (const { pk, sk } of everyItem(deps.table, postingsOf(company.id)))
      await takeOff(deps, person, { pk, sk });
    for await (const item of everyItem(deps.table, placementsOf(company.id))) {
      const { studentId, roundId } = placements.parse(item);
      await takeOff(deps, person, { pk: item.pk, sk: item.sk });
      const written = { pk: `STUDENT#${studentId}`, sk: { prefix: `EVALUATION#${roundId}#` } };
      for await (const { pk, sk } of everyItem(deps.table, written)) await takeOff(deps, person, { pk, sk });
    }
  }
};

/** What somebody was told while acting for companies. Nothing is derived from it: the key, which holds the address, goes untold. */
export const emptyInbox: Way = async (deps, person) => {
  for await (const company of companiesOf(deps, person)) {
    const held = await Array.fromAsync(everyItem(deps.table, inboxOf(person.deletion, company)));
    await deps.remains.takeOut(held.map(({ pk, sk }) => ({ pk, sk })));
  }
};

/**
 * Whom somebody acts for ended as the removal began; its key, which holds the address, goes too, and so do invitations
 * and who asked.
 */
export const leave: Way = async (deps, { deletion }) => {
  const keys = membershipsOf(deletion);
  for (const place of [invitationsTo(deletion.email), askedOf(deletion.email)])
    for await (const { pk, sk } of everyItem(deps.table, place)) keys.push({ pk, sk });
  await deps.remains.takeOut(keys);
};
