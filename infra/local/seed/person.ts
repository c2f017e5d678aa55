import { names } from './data.ts';
import type { Random } from './random.ts';

export interface Person {
  preferred: string;
  chinese?: string;
  /** As in the passport: family name first, capitals. */
  passport: string;
  /** What stands before the @ of the person's address. */
  mailbox: string;
  /** Mother tongue, ISO 639-1. */
  language: string;
}

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase();

const chinesePerson = (random: Random): Person => {
  const [family, given] = [random.pick(names.family), random.pick(names.given)];
  return {
    preferred: family.zh + given.zh,
    chinese: family.zh + given.zh,
    passport: `${plain(family.en)} ${plain(given.en)}`.toUpperCase(),
    mailbox: `${plain(family.en)}.${plain(given.en)}`,
    language: 'zh',
  };
};

const personFromAbroad = (random: Random): Person => {
  const { given, family, language } = random.pick(names.abroad);
  return {
    preferred: `${given} ${family}`,
    passport: `${plain(family)} ${plain(given)}`.toUpperCase(),
    mailbox: `${plain(given)}.${plain(family)}`,
    language,
  };
};

/** People with different addresses; `abroad` is the share of those who did not grow up with Chinese. */
export const people = (random: Random, abroad: number): (() => Person) => {
  const taken = new Map<string, number>();
  return () => {
    const person = random.chance(abroad) ? personFromAbroad(random) : chinesePerson(random);
    const count = (taken.get(person.mailbox) ?? 0) + 1;
    taken.set(person.mailbox, count);
    return count === 1 ? person : { ...person, mailbox: `${person.mailbox}${count}` };
  };
};
