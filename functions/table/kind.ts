/** What kind of item a sort key names: its first word. */
export const kindOf = (sk: string): string => sk.split('#', 1).join('').toLowerCase();
