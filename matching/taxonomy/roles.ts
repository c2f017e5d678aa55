import roleWords from './roles.json' with { type: 'json' };

/**
 * What a word in a title says: `work` names a field of work, `kind` the kind of job in any field ("engineer"),
 * `level` how far along somebody is ("senior").
 */
export type RoleSort = 'work' | 'kind' | 'level';

/** Words that mean the same job, in English and Chinese. A family holds the roles near to each other. */
export interface Role {
  /** Its first word, a name unique among all. */
  readonly name: string;
  readonly sort: RoleSort;
  readonly family: string;
  readonly words: readonly string[];
}

/**
 * The JSON: category, family, then one line a role: its words, comma-separated, in both languages. `elsewhere` holds
 * work that no category is about, so that it is told apart from work that one is about.
 */
export const roles: readonly Role[] = Object.entries(roleWords).flatMap(([category, families]) =>
  Object.entries(families).flatMap(([family, lines]) =>
    lines.map((line) => {
      const words = line.split(', ');
      return { name: words[0] ?? family, sort: sortOf(category), family, words };
    }),
  ),
);

function sortOf(category: string): RoleSort {
  return category === 'kinds' ? 'kind' : category === 'levels' ? 'level' : 'work';
}
