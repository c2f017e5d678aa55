import type { Handlers } from '../call.ts';
import { Unusable } from '../errors.ts';
import type { uploadOperations } from './api.ts';
import { incomingFile } from './place.ts';
import { requireSize, uploadIdOf } from './rules.ts';

export const uploadHandlers: Handlers<keyof typeof uploadOperations> = {
  offerUpload: async ({ actor, body, deps, now }) => {
    const { offers } = deps.files;
    if (offers === undefined) throw new Unusable('Where files are kept, none can be sent past the API.');
    requireSize(body.type, body.size);
    const uploadId = uploadIdOf(body, now);
    return { uploadId, ...(await offers.to({ ...body, key: incomingFile(actor, uploadId) }, now)) };
  },
};
