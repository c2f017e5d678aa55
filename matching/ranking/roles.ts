import { roles, type Role } from '../taxonomy/roles.ts';
import { runsOf } from './runs.ts';
import { singular } from './tokens.ts';

/** A Latin word without plural, or one Han character. */
type Unit = string;

interface Node {
  readonly next: Map<Unit, Node>;
  role?: Role;
}

/** Where in a text, counted in units, which words name a role. */
export interface FoundRole {
  readonly role: Role;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  /** As it stands in the text, normalised. */
  readonly word: string;
}

/** Kept apart: "sales manager" names both a work and a level. Made when first looked into, which few processes do. */
let tries: { readonly works: Node; readonly kindsAndLevels: Node } | undefined;
const grown = (): NonNullable<typeof tries> =>
  (tries ??= {
    works: trieOf(roles.filter(({ sort }) => sort === 'work')),
    kindsAndLevels: trieOf(roles.filter(({ sort }) => sort !== 'work')),
  });

/**
 * The roles that a text names: of those that overlap the longest, which also splits Chinese compounds. Kinds and
 * levels are looked for on their own, so that "sales manager" names both sales and a manager.
 */
export function rolesIn(text: string): FoundRole[] {
  const units = runsOf(text).flatMap((run) => (run.isHan ? [...run.text] : [run.text]));
  const plain = units.map(singular);
  const { works, kindsAndLevels } = grown();
  return [...longestIn(plain, units, works), ...longestIn(plain, units, kindsAndLevels)];
}

function longestIn(plain: readonly Unit[], units: readonly Unit[], trie: Node): FoundRole[] {
  const found: FoundRole[] = [];
  for (let from = 0; from < plain.length;) {
    let [node, to]: [Node | undefined, number] = [trie, from];
    let longest: FoundRole | undefined;
    while (node !== undefined && to < plain.length) {
      node = node.next.get(plain[to] ?? '');
      to += 1;
      if (node?.role !== undefined)
        longest = { role: node.role, from, to, word: joined(units.slice(from, to)) };
    }
    if (longest !== undefined) found.push(longest);
    from = longest?.to ?? from + 1;
  }
  return found;
}

function joined(units: readonly Unit[]): string {
  return units.join(' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

function trieOf(list: readonly Role[]): Node {
  const root: Node = { next: new Map() };
  for (const role of list) {
    for (const word of role.words) {
      let node = root;
      for (const run of runsOf(word)) {
        for (const unit of run.isHan ? run.text : [singular(run.text)]) {
          const next: Node = node.next.get(unit) ?? { next: new Map() };
          node.next.set(unit, next);
          node = next;
        }
      }
      node.role = role;
    }
  }
  return root;
}

export function roleToken({ name }: Role): string {
  return `=${name.replaceAll(' ', '-')}`;
}

export function familyToken({ family }: Role): string {
  return `~${family.replaceAll(' ', '-')}`;
}
