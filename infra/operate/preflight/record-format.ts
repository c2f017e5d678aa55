import { recordFormat } from '../../../functions/table/format.ts';
import type { DeployedStack } from '../stack.ts';
import { type Finding, missing, ok } from './finding.ts';

/** Whether this code can read what the deployed code writes. */
export const findingOfFormat = (stack: DeployedStack | undefined): Finding => {
  const stated = stack?.outputs.get('RecordFormat');
  // A stack whose creation failed has no outputs, and no record.
  if (stated === undefined) return ok(`nothing is written yet; this code writes format ${recordFormat}`);
  const deployed = Number(stated);
  if (deployed <= recordFormat)
    return ok(`it is written in format ${deployed}; this code writes ${recordFormat}`);
  return missing(
    `the deployed code writes format ${stated}, and this code knows no more than ${recordFormat}`,
    'Deploy from a commit that is at least as new. Nothing turns a record back.',
  );
};
