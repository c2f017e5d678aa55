/**
 * The code of a certificate: 23 random characters and one that checks them, in six groups of four. The alphabet has 23
 * signs, no two of which look alike (no 0 or O, 1, I or L, 2 or Z, 5 or S, 8 or B, U or V), so that the random part has
 * 104 bits. 23 is prime: each place has a weight, a power of 5, and every single wrong character and every swap of two
 * neighbours changes the sum.
 */
export const alphabet = '34679ACDEFGHJKMNPQRTWXY';
const randomPart = 23;
const size = alphabet.length;
const radix = 5;

const checkOf = (values: readonly number[]): number => {
  // Horner: the sum of value × 5^place
  const sum = values.reduce((before, value) => (before * radix + value) % size, 0);
  return (size - ((sum * radix) % size)) % size;
};

const grouped = (text: string): string => text.match(/.{1,4}/g)?.join('-') ?? '';

/** A new code; `below(n)` draws a number from 0 to n − 1, none likelier than another. */
export const newCode = (below: (bound: number) => number): string => {
  const values = Array.from({ length: randomPart }, () => below(size));
  return grouped([...values, checkOf(values)].map((value) => alphabet[value] ?? '').join(''));
};

/** What somebody typed, as a code is written: capitals, in groups. Undefined when no certificate can have it. */
export const readCode = (typed: string): string | undefined => {
  const text = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.·]/gu, '');
  const values = [...text].map((sign) => alphabet.indexOf(sign));
  if (values.length !== randomPart + 1 || values.includes(-1)) return undefined;
  return values.at(-1) === checkOf(values.slice(0, -1)) ? grouped(text) : undefined;
};
