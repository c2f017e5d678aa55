import { buffer } from 'node:stream/consumers';
import Pdf from 'pdfkit';
import type { IssuedCertificate } from '../schema.ts';
import { qrPath } from './qr.ts';
import { type Style, Typesetter } from './typesetter.ts';
import { wordsOf } from './words.ts';

const ink = '#16211f';
const muted = '#55625f';
const accent = '#0b6657';
const danger = '#b3261e';
/** A4 across, in points. */
const page = { width: 841.89, height: 595.28 };
const column = 640;
const foot = { y: 442, left: 78, qr: 82 };

interface Block {
  text: string;
  tag: 'H1' | 'H2' | 'P';
  weight: Style['weight'];
  lang: Style['lang'];
  /** The sizes to try, the largest first. */
  sizes: readonly number[];
  /** In so many lines at most, unless the smallest size needs more. */
  most: number;
  colour: string;
  /** Space above. */
  above: number;
}

/** The certificate as a page to hang on a wall: A4 across, both languages, tagged, the signed file inside. */
export const printed = async (certificate: IssuedCertificate, site: string): Promise<Uint8Array> => {
  const { code, holder, file, issuedAt } = certificate;
  const say = wordsOf(certificate);
  const document = new Pdf({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    font: '',
    lang: 'zh-CN',
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: `${say.zh.title} ${say.en.title} ${code}`, CreationDate: new Date(issuedAt) },
  });
  const bytes = buffer(document);
  const set = new Typesetter(document);

  const artifact = (draw: () => void): void => {
    document.markContent('Artifact', { type: 'Layout' });
    draw();
    document.endMarkedContent();
  };
  const tagged = (tag: Block['tag'] | 'Figure', draw: () => void, alt?: string): void =>
    void document.addStructure(document.struct(tag, alt === undefined ? {} : { alt }, draw));

  const lineHeight = (size: number): number => size * 1.45;
  const fitted = async (block: Block, width: number) => {
    await set.bring(block.text, block);
    const smallest = block.sizes.at(-1) ?? 9;
    const size =
      block.sizes.find((one) => set.lines(block.text, { ...block, size: one }, width).length <= block.most) ??
      smallest;
    return { size, lines: set.lines(block.text, { ...block, size }, width) };
  };

  const names = [
    { text: holder.chinese ?? '', lang: 'zh' },
    { text: holder.passport ?? '', lang: 'en' },
  ] as const;
  const wanted = names.filter(({ text }) => text !== '');
  const printable = await Promise.all(
    wanted.map(({ text, lang }) => set.bring(text, { weight: 'bold', lang })),
  );
  // A name is printed whole or not at all: one with gaps would be another name.
  const whole = wanted.filter((_, index) => printable[index]);
  const bodyPrintable =
    (await set.bring(say.zh.body, { weight: 'regular', lang: 'zh' })) &&
    (await set.bring(say.en.body, { weight: 'regular', lang: 'en' }));
  const note = { tag: 'P', weight: 'regular', sizes: [10], most: 2, colour: muted, above: 6 } as const;
  const body = { tag: 'P', weight: 'regular', sizes: [14, 12, 10, 8.5, 7], most: 3, colour: ink } as const;
  const blocks: Block[] = [
    {
      text: say.zh.title,
      tag: 'H1',
      weight: 'bold',
      lang: 'zh',
      sizes: [42],
      most: 1,
      colour: accent,
      above: 0,
    },
    {
      text: say.en.title,
      tag: 'H2',
      weight: 'regular',
      lang: 'en',
      sizes: [19],
      most: 1,
      colour: accent,
      above: 2,
    },
    { ...note, text: `${say.zh.certifies}  ·  ${say.en.certifies}`, lang: 'zh', sizes: [12], above: 20 },
    ...whole.map(({ text, lang }, index): Block => ({
      text, lang, tag: 'P', weight: 'bold', colour: ink, most: 2,
      sizes: index === 0 ? [34, 28, 22, 17, 13, 10, 8] : [20, 17, 13, 10, 8],
      above: index === 0 ? 8 : 2,
    })), // prettier-ignore
    ...(whole.length < wanted.length || !bodyPrintable
      ? [
          { ...note, text: say.zh.unprintable, lang: 'zh' as const },
          { ...note, text: say.en.unprintable, lang: 'en' as const, above: 0 },
        ]
      : []),
    { ...body, text: say.zh.body, lang: 'zh', above: 14 },
    { ...body, text: say.en.body, lang: 'en', above: 4 },
  ];
  const placed = await Promise.all(
    blocks.map(async (block) => ({ block, ...(await fitted(block, column)) })),
  );
  const heights = placed.map(({ block, size, lines }) => block.above + lines.length * lineHeight(size));
  const total = heights.reduce((sum, height) => sum + height, 0);

  artifact(() => {
    document.rect(0, 0, page.width, page.height).fill('#ffffff');
    document
      .lineWidth(2.5)
      .strokeColor(accent)
      .rect(26, 26, page.width - 52, page.height - 52)
      .stroke();
    document
      .lineWidth(0.6)
      .rect(33, 33, page.width - 66, page.height - 66)
      .stroke();
    document
      .lineWidth(0.6)
      .moveTo(foot.left, foot.y)
      .lineTo(page.width - foot.left, foot.y)
      .stroke();
  });

  let y = 48 + Math.max(0, (foot.y - 48 - total) / 2);
  for (const { block, size, lines } of placed) {
    y += block.above;
    tagged(block.tag, () => {
      document.fillColor(block.colour);
      for (const line of lines) {
        set.draw(line, { ...block, size }, { x: (page.width - line.width) / 2, y: y + size * 1.1 });
        y += lineHeight(size);
      }
    });
  }

  const small = async (text: string, style: Style, at: { y: number; colour: string; right?: number }) => {
    await set.bring(text, style);
    const width = page.width - 2 * foot.left - foot.qr - 16;
    const [line] = set.lines(text, style, width);
    if (line === undefined) return;
    const x = at.right === undefined ? foot.left : at.right - line.width;
    tagged('P', () => {
      document.fillColor(at.colour);
      set.draw(line, style, { x, y: at.y });
    });
  };
  const right = page.width - foot.left - foot.qr - 14;
  await small(say.zh.programme, { weight: 'bold', size: 13, lang: 'zh' }, { y: foot.y + 28, colour: ink });
  await small(
    say.en.programme,
    { weight: 'regular', size: 10.5, lang: 'en' },
    { y: foot.y + 45, colour: ink },
  );
  await small(
    `${say.zh.issued}  ·  ${say.en.issued}`,
    { weight: 'regular', size: 9.5, lang: 'zh' },
    { y: foot.y + 68, colour: muted },
  );
  const address = `${site.replace(/\/$/, '')}/certificates/${code}`;
  await small(
    say.zh.check,
    { weight: 'regular', size: 9.5, lang: 'zh' },
    { y: foot.y + 26, colour: muted, right },
  );
  await small(
    say.en.check,
    { weight: 'regular', size: 9, lang: 'en' },
    { y: foot.y + 40, colour: muted, right },
  );
  await small(code, { weight: 'bold', size: 11, lang: 'en' }, { y: foot.y + 59, colour: ink, right });
  await small(
    address.replace(/^https?:\/\//, '').replace(/\/[^/]*$/, ''),
    { weight: 'regular', size: 9, lang: 'en' },
    { y: foot.y + 75, colour: muted, right },
  );
  const { path, size } = qrPath(address);
  tagged(
    'Figure',
    () => {
      document.save().translate(page.width - foot.left - foot.qr, foot.y + 14);
      document
        .scale(foot.qr / size)
        .path(path)
        .fill('#000000')
        .restore();
    },
    address,
  );
  document.link(page.width - foot.left - foot.qr, foot.y + 14, foot.qr, foot.qr, address);

  if (say.revokedAt !== undefined) {
    const text = `${say.zh.revoked} ${say.en.revoked} ${say.revokedAt}`;
    const style: Style = { weight: 'bold', size: 44, lang: 'zh' };
    await set.bring(text, style);
    const [line] = set.lines(text, style, page.width);
    document.save().rotate(-18, { origin: [page.width / 2, page.height / 2] });
    tagged('P', () => {
      document.fillColor(danger).opacity(0.75);
      if (line) set.draw(line, style, { x: (page.width - line.width) / 2, y: page.height / 2 });
      document.opacity(1);
    });
    document.restore();
  }
  document.file(Buffer.from(file), {
    name: `certificate-${code}.json`,
    type: 'application/json',
    creationDate: new Date(issuedAt),
    modifiedDate: new Date(issuedAt),
    description: `${say.zh.title} ${say.en.title}`,
  });
  document.end();
  return bytes;
};
