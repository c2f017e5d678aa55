import { deflateSync } from 'node:zlib';
import Pdf from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { activeContentOf } from '../../../functions/upload/pdf.ts';

const pdf = (...objects: (string | Buffer)[]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((object) =>
      Buffer.concat([Buffer.from('1 0 obj\n'), Buffer.from(object), Buffer.from('\nendobj\n')]),
    ),
    Buffer.from('trailer\n<<>>\n%%EOF\n'),
  ]);
const stream = (content: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('<</Type/ObjStm/Filter/FlateDecode>>\nstream\r\n'),
    content,
    Buffer.from('\nendstream'),
  ]);
const hidden = (content: string): Buffer => stream(deflateSync(Buffer.from(content)));

/** A document as programs write it: compressed pages, a font, metadata, a link. */
const written = async (options: object = {}): Promise<Buffer> => {
  const document = new Pdf({ info: { Title: 'Agreement' }, ...options });
  document.text('We agree on JavaScript and a launch.', { link: 'https://example.org/' });
  document.end();
  const chunks: Buffer[] = [];
  for await (const chunk of document) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};

describe('what a PDF does besides showing pages', () => {
  it('is nothing in an ordinary one', async () => {
    expect(activeContentOf(await written())).toBeUndefined();
    expect(activeContentOf(pdf('<</Type/Catalog/Launcher 1/JavaScripting 2>>'))).toBeUndefined();
    expect(activeContentOf(pdf(stream(Buffer.from([0x78, 0x9c, 1, 2, 3]))))).toBeUndefined();
    expect(activeContentOf(Buffer.from('stream\n'.repeat(100_000)))).toBeUndefined();
  });

  it.each([
    ['script', '<</S/JavaScript/JS(app.alert)>>'],
    ['script', '<</S /J#61vaScr#69pt /JS 3 0 R>>'],
    ['script', '<</AcroForm<</XFA 3 0 R>>>>'],
    ['program', '<</S/Launch/F(cmd.exe)>>'],
    ['program', '<</Subtype/RichMedia>>'],
    ['attachment', '<</Names<</EmbeddedFiles 4 0 R>>>>'],
    ['attachment', '<</Type/EmbeddedFile>>'],
  ])('is found: %s in %s', (is, object) => {
    expect(activeContentOf(pdf(object))).toBe(is);
    expect(activeContentOf(pdf('<<>>', hidden(object)))).toBe(is);
    const afterReturn = hidden(object).toString('latin1').replace('stream\r\n', 'stream\r');
    expect(activeContentOf(pdf('<<>>', Buffer.from(afterReturn, 'latin1')))).toBe(is);
  });

  it('cannot be seen in one that is encrypted', async () => {
    expect(activeContentOf(await written({ ownerPassword: 'secret' }))).toBe('locked');
  });

  it('is not looked for without end', () => {
    const megabytes = 1024 * 1024;
    expect(activeContentOf(pdf(stream(deflateSync(Buffer.alloc(129 * megabytes)))))).toBe('bomb');
    // Streams within streams, each of which breaks off after all the others.
    const broken = Buffer.concat([Buffer.from('stream\n'), Buffer.from([0x78, 0x01, 0, 0xff, 0xff, 0, 0])]);
    const nested = Buffer.concat([...Array.from({ length: 2_000 }, () => broken), Buffer.alloc(megabytes)]);
    const begun = performance.now();
    activeContentOf(pdf(stream(nested)));
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
