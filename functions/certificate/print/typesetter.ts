import type Pdf from 'pdfkit';
import type { Weight } from './faces.ts';
import { fontOf, graphemes, seen } from './fonts.ts';

export interface Style {
  weight: Weight;
  size: number;
  /** Whose typeface comes first where several have a character, such as figures and quotation marks. */
  lang: 'zh' | 'en';
}

/** A piece of a line that one font has. */
interface Run {
  font: string;
  text: string;
  width: number;
}
export interface Line {
  runs: readonly Run[];
  width: number;
}

/** Whole runs are shaped at once: with features named, they are not taken apart at spaces. */
const shaping: PDFKit.Mixins.TextOptions = { lineBreak: false, features: ['kern', 'liga'] };

/** Of the size; the Arabic face has no space of its own. */
const spaceWidth = 0.26;

const arabic = /\p{Script=Arabic}/u;

const nameOf = (text: string, { weight, lang }: Pick<Style, 'weight' | 'lang'>): string =>
  `${weight} ${lang} ${text}`;

/** Sets text in whatever script, of the fonts that have its characters; each font is brought when it is needed. */
export class Typesetter {
  readonly #document: InstanceType<typeof Pdf>;
  readonly #registered = new Set<string>();
  /** The font of each character that was brought. */
  readonly #fonts = new Map<string, string>();
  readonly #widths = new Map<string, number>();

  constructor(document: InstanceType<typeof Pdf>) {
    this.#document = document;
  }

  /** Brings the fonts that a text needs, before it is measured or drawn; answers whether they have all of it. */
  async bring(text: string, style: Pick<Style, 'weight' | 'lang'>): Promise<boolean> {
    let whole = true;
    for (const grapheme of new Set(graphemes(seen(text)))) {
      const font = await fontOf(grapheme, style);
      whole &&= font !== undefined;
      if (font === undefined) continue;
      this.#fonts.set(nameOf(grapheme, style), font.file);
      if (!this.#registered.has(font.file)) this.#document.registerFont(font.file, font.bytes);
      this.#registered.add(font.file);
    }
    return whole;
  }

  /** The text in lines no wider than `width`, about equally long: broken at spaces and between Chinese characters. */
  lines(text: string, style: Style, width: number): Line[] {
    const pieces = words(seen(text)).flatMap((word) =>
      // A word longer than a line goes on in the next.
      this.#widthOf(word, style) > width ? graphemes(word) : [word],
    );
    const broken = this.#broken(pieces, style, width);
    let [tight, loose] = [0, width];
    while (broken.length > 1 && loose - tight > width / 50) {
      const between = (tight + loose) / 2;
      if (this.#broken(pieces, style, between).length > broken.length) tight = between;
      else loose = between;
    }
    return this.#broken(pieces, style, loose).map((line) => this.#line(line.trim(), style));
  }

  #broken(pieces: readonly string[], style: Style, width: number): string[] {
    const lines: string[] = [];
    let [line, used] = ['', 0];
    for (const piece of pieces) {
      const more = this.#widthOf(piece, style);
      if (line !== '' && used + this.#widthOf(piece.trimEnd(), style) > width) {
        lines.push(line);
        [line, used] = ['', 0];
      }
      [line, used] = [line + piece, used + more];
    }
    return line === '' ? lines : [...lines, line];
  }

  draw(line: Line, style: Style, at: { x: number; y: number }): void {
    let { x } = at;
    for (const { font, text, width } of line.runs) {
      if (text.trim() !== '')
        this.#document
          .font(font)
          .fontSize(style.size)
          .text(text, x, at.y, { ...shaping, baseline: 'alphabetic' });
      x += width;
    }
  }

  /** Measured once, whatever the size. */
  #widthOf(text: string, { weight, lang, size }: Style): number {
    const name = nameOf(text, { weight, lang });
    const known = this.#widths.get(name) ?? this.#line(text, { weight, lang, size: 1000 }).width;
    this.#widths.set(name, known);
    return (known * size) / 1000;
  }

  /** Characters of one font stay together; a space goes with what is before it. */
  #line(text: string, style: Style): Line {
    const pieces: { font: string; text: string }[] = [];
    for (const grapheme of graphemes(text)) {
      const last = pieces.at(-1);
      const font = this.#fonts.get(nameOf(grapheme, style));
      if (font === undefined) continue;
      const joins =
        last !== undefined && (last.font === font || (grapheme === ' ' && arabic.test(last.text)));
      if (joins) last.text += grapheme;
      else pieces.push({ font, text: grapheme });
    }
    const runs = pieces.flatMap(({ font, text: own }) =>
      wordsOfRun(own).map((word) => ({
        font,
        text: word,
        width:
          word.trim() === ''
            ? word.length * style.size * spaceWidth
            : this.#document.font(font).fontSize(style.size).widthOfString(word, shaping),
      })),
    );
    return { runs, width: runs.reduce((sum, { width }) => sum + width, 0) };
  }
}

/** Each word of Arabic is drawn by itself, the last one first: it is read from right to left. */
const wordsOfRun = (text: string): string[] =>
  arabic.test(text)
    ? text
        .split(/( +)/)
        .filter((part) => part !== '')
        .toReversed()
    : [text];

const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const closing = /^[，。、；：！？）》」』”’%]/u;
const opening = /[（《「『“‘]$/u;

/** What stays together in a line. */
const words = (text: string): string[] => {
  const found: string[] = [];
  for (const segment of graphemes(text)) {
    const last = found.at(-1);
    const together =
      last !== undefined &&
      (closing.test(segment) ||
        opening.test(last) ||
        segment === ' ' ||
        (!last.endsWith(' ') && !han.test(segment) && !han.test(last)));
    if (together) found[found.length - 1] = last + segment;
    else found.push(segment);
  }
  return found;
};
