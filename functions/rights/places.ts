const firstWord = (key: string): string => /^[A-Z_]+(?=#|$)/.exec(key)?.[0] ?? '…';

/** How the register may name a place in the record: exactly, or by its partition alone. */
export const patternsOf = ({ pk, sk }: { pk: string; sk: string }): string[] => [
  `${firstWord(pk)} ${firstWord(sk)}`,
  `${firstWord(pk)} …`,
];
