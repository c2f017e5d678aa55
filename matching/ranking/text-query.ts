/**
 * The fields of tokens that text is searched in, each with its own document frequencies and lengths.
 * `title`: the words of a title (for a student none); `pieces`: their pieces of three letters; `roles`: the roles that
 * title and category name, as `=role` and `~family`; `text`: the words of all the rest.
 */
export const textFields = ['title', 'pieces', 'roles', 'text'] as const;
export type TextField = (typeof textFields)[number];

/** A document's tokens by field, repeats kept: what is indexed. */
export type FieldTokens = Readonly<Record<TextField, readonly string[]>>;

/** One summand of a text score: `weight` × BM25 of `token` in `field`. */
export interface WeightedTerm {
  readonly field: TextField;
  readonly token: string;
  readonly weight: number;
}

/** A word that somebody typed, and the tokens by which a document can have it. */
export interface QueryWord {
  readonly word: string;
  /** Of `title` and `text`: the word itself; of a longer Chinese word its pairs. */
  readonly same: readonly string[];
  /** Of `roles`: a synonym or a translation. */
  readonly roles: readonly string[];
  /** Of `roles`: a related role. */
  readonly families: readonly string[];
  /** Of `pieces`. */
  readonly pieces: readonly string[];
}

/**
 * A text search as data, the same for every engine: Σ weight × BM25(field, token) over `terms`, rounded to 32 bits,
 * then brought into [0, 1) by `textScore`. No field and token occur twice.
 */
export interface TextQuery {
  readonly terms: readonly WeightedTerm[];
  /** What was asked for, for filters and explanations; not part of the score. */
  readonly words: readonly QueryWord[];
}

export const noText: TextQuery = { terms: [], words: [] };

/** A document keeps no more repeats of one token in a field: so many say no more, and fit into a byte. */
export const MOST_REPEATS = 255;
