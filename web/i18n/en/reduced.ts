import type { Words } from '../words.ts';
import type zh from '../zh/reduced.ts';

const en: Words<typeof zh> = {
  title: 'The lists and files of this round have been deleted',
  since: 'Deleted',
  body: 'The fingerprints, counts and published figures are kept.',
  coordinator:
    'The snapshot and the result can no longer be downloaded, asked about or run again. Fingerprints, counts and figures are kept.',
  seed: 'Deleted',
  check:
    'The files are no longer available. If you have copies, choose them here: your browser compares their fingerprints with the published ones, then checks every choice. Nothing is uploaded.',
};
export default en;
