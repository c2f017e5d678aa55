/** What a key may be made for. What each lets it call is in `operations-of-scope.ts`. */
export const scopes = ['postings:read', 'applications:read', 'offers:read', 'figures:read'] as const;
export type Scope = (typeof scopes)[number];

/** These read one company's things and so belong to its keys alone; the others are the programme's. */
export const scopesOfCompany: readonly Scope[] = ['applications:read', 'offers:read'];
export const scopesOfProgramme: readonly Scope[] = ['figures:read'];
