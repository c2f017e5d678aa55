import type { OperationName } from '../operations.ts';
import { type Scope, scopes } from './scopes.ts';

/** What a key may read, scope by scope: the whole of it, for a key can change nothing. */
export const operationsOfScope = {
  /** What everyone may see of postings and companies. */
  'postings:read': [
    'listCycles',
    'getCycle',
    'getTaxonomy',
    'searchPostings',
    'getPosting',
    'listSimilarPostings',
    'listPublicCompanies',
  ],
  /** Who applied to the key's own company, as its recruiters see them. */
  'applications:read': ['getCompany', 'listCompanyPostings', 'listApplicants', 'getApplicant'],
  /** The released offers of the key's own company. */
  'offers:read': ['listCompanyOffers'],
  /** The programme's counts, without names. */
  'figures:read': ['getCycle', 'getFigures'],
} as const satisfies Record<Scope, readonly OperationName[]>;

/** What some key may call. */
export type KeyOperation = (typeof operationsOfScope)[Scope][number];

/** The scopes that let a key call an operation; mostly none. */
export const scopesFor = (name: OperationName): Scope[] =>
  scopes.filter((scope) => operationsOfScope[scope].some((one) => one === name));
