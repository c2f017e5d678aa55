import { entity } from '../table/entity.ts';
import { ConsentChange } from './schema.ts';

export const consentChanges = entity({
  schema: ConsentChange,
  key: ({ studentId, at, to, change }) => ({
    pk: `STUDENT#${studentId}`,
    sk: `CONSENT#${at}#${to}#${change}`,
  }),
});
