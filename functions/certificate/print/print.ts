import { buffer } from 'node:stream/consumers';
import Pdf from 'pdfkit';
import type { IssuedCertificate } from '../schema.ts';
import { type Block, blocksOf } from './blocks.ts';
import { accent, danger, ink, muted } from './colours.ts';
import { qrPath } from './qr.ts';
import { type Style, Typesetter } from './typesetter.ts';
import { wordsOf } from './words.ts';

/** A4 across, in points. */
const page = { width: 841.89, height: 595.28 };
const column = 640;
const foot = { y: 442, left: 78, qr: 82 };

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

  const blocks = await blocksOf(set, say, holder);
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
