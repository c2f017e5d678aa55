/**
 * The name of a file of sentences: those that a part of the site can ask for, by area. The build writes one for each
 * part in each language, all in a folder whose name changes with any of them.
 */
export type WordSource = string & { readonly brand?: 'words' };

/** What every page says. */
export const shellWords: WordSource = 'shell';
/** What a refusal says: brought with the first one. */
export const refusalWords: WordSource = 'refusal';
