import { inflateSync } from 'node:zlib';

/** A name of PDF; a file may write any of its letters as `#` and two hexadecimal digits. */
const nameOf = (name: string): RegExp => {
  const letters = [...name].map((letter) => {
    const hex = [...letter.charCodeAt(0).toString(16)].map((digit) => `[${digit}${digit.toUpperCase()}]`);
    return `(?:${letter}|#${hex.join('')})`;
  });
  return new RegExp(`/${letters.join('')}(?![A-Za-z0-9#])`);
};

const active = [
  // A form of XFA brings scripts of its own.
  { is: 'script', names: [nameOf('JavaScript'), nameOf('XFA')] },
  { is: 'program', names: [nameOf('Launch'), nameOf('RichMedia')] },
  { is: 'attachment', names: [nameOf('EmbeddedFile'), nameOf('EmbeddedFiles')] },
  // What is encrypted cannot be looked into.
  { is: 'locked', names: [nameOf('Encrypt')] },
] as const;
export type ActiveContent = (typeof active)[number]['is'] | 'bomb';

const namedIn = (text: string): ActiveContent | undefined =>
  active.find(({ names }) => names.some((name) => name.test(text)))?.is;

const mostInflated = 128 * 1024 * 1024;

/** A stream as it is when inflated; undefined when it is none that can be, as pictures are. */
const inflated = (stream: Uint8Array, most: number): Buffer | 'bomb' | undefined => {
  try {
    return inflateSync(stream, { maxOutputLength: most });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    return code === 'ERR_BUFFER_TOO_LARGE' ? 'bomb' : undefined;
  }
};

/**
 * What a PDF holds that does more than show pages. Objects may lie in streams, so that those are looked into that
 * can be inflated. It stands in for no scanner of malware: it finds what honest programs write openly.
 */
export const activeContentOf = (bytes: Buffer): ActiveContent | undefined => {
  const text = bytes.toString('latin1');
  const open = namedIn(text);
  if (open !== undefined) return open;
  let left = mostInflated;
  let end = -1;
  for (const begin of text.matchAll(/stream(?:\r\n|[\r\n])/g)) {
    const from = begin.index + begin[0].length;
    // The text is gone through once, however many beginnings stand before one end.
    if (end < from) end = text.indexOf('endstream', from);
    if (end < 0) break;
    // Where deflated data begin, their first two bytes are a multiple of 31.
    if (end < from + 2 || (bytes[from] ?? 0) % 16 !== 8 || bytes.readUInt16BE(from) % 31 !== 0) continue;
    const content = left > 0 ? inflated(bytes.subarray(from, end), left) : 'bomb';
    if (content === 'bomb') return 'bomb';
    // What cannot be inflated to its end has cost its time too.
    left -= content?.byteLength ?? end - from;
    const hidden = content && namedIn(content.toString('latin1'));
    if (hidden !== undefined) return hidden;
  }
  return undefined;
};
