import type { Files } from './files.ts';

/** A file as an answer: its bytes, or where they are got because an answer cannot hold them. */
export type Download = { name: string } & ({ content: AsyncIterable<Uint8Array> } | { link: string });

/** A stored file as an answer; undefined when it is not there. */
export const downloadOf = async (
  files: Files,
  file: { name: string; bytes: number },
  as: { name: string; type: string },
): Promise<Download | undefined> => {
  if (files.links && file.bytes > files.links.aboveBytes)
    return { name: as.name, link: await files.links.to(file.name, as) };
  const content = await files.read(file.name);
  return content && { name: as.name, content };
};
