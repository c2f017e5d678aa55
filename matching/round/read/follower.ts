const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/** Follows JSON text over strings and inner brackets. It may be stopped by the end of a piece, and goes on in the next. */
export class Follower {
  #depth = 0;
  #inString = false;
  #escaped = false;
  #colons = 0;

  /** How many keys were met so far: a colon outside of strings follows each. */
  get keys(): number {
    return this.#colons;
  }

  /** The index of the next comma or closing bracket outside of both, from `at` on; -1 when the text ends first. */
  next(text: string, at: number): number {
    let [depth, inString, escaped] = [this.#depth, this.#inString, this.#escaped];
    let found = -1;
    for (let i = at; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (inString) {
        if (escaped) escaped = false;
        else if (code === backslash) escaped = true;
        else if (code === quote) inString = false;
      } else if (code === quote) inString = true;
      else if (code === colon) this.#colons += 1;
      else if (code === openBracket || code === openBrace) depth += 1;
      else if (depth === 0 && (code === comma || code === closeBracket || code === closeBrace)) {
        found = i;
        break;
      } else if (code === closeBracket || code === closeBrace) depth -= 1;
    }
    [this.#depth, this.#inString, this.#escaped] = [depth, inString, escaped];
    return found;
  }
}
