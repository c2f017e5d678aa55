const decoder = new TextDecoder('gb18030');

/** Every character of two bytes, found by decoding them all: the platform decodes GB18030 but does not encode it. */
const bytesOf = new Map<string, readonly number[]>();
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== '\ufffd' && !bytesOf.has(text)) bytesOf.set(text, [lead, trail]);
  }

/** A text of ASCII and common Chinese characters as GB18030. */
export const gb18030 = (text: string): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((character) => {
      const code = character.charCodeAt(0);
      const bytes = code < 0x80 ? [code] : bytesOf.get(character);
      if (bytes === undefined) throw new Error(`${character} has no two bytes in GB18030`);
      return bytes;
    }),
  );
