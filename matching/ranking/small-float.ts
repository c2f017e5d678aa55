/**
 * The one-byte form in which Lucene keeps a field's length (org.apache.lucene.util.SmallFloat): lengths below 24 are
 * exact, longer ones keep four significant bits.
 */
const EXACT = 24;

/** Byte of a length, 0 to 255. */
export function lengthToByte(length: number): number {
  if (length < EXACT) return length;
  const rest = length - EXACT;
  const bits = 32 - Math.clz32(rest);
  if (bits < 4) return EXACT + rest;
  const shift = bits - 4;
  return EXACT + (((rest >>> shift) & 7) | ((shift + 1) << 3));
}

/** The length that a byte stands for. */
export function byteToLength(byte: number): number {
  if (byte < EXACT) return byte;
  const shift = ((byte - EXACT) >>> 3) - 1;
  const bits = (byte - EXACT) & 7;
  return EXACT + (shift === -1 ? bits : (bits | 8) * 2 ** shift);
}
