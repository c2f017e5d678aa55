import type { DeployedStack } from '../stack.ts';
import { type Finding, missing, ok, warning } from './finding.ts';

const whole = new Set([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_COMPLETE',
]);

/** What ended halfway, and what brings each on. `{stack}` stands for its name and region as options. */
const halfFailed: Readonly<Record<string, string>> = {
  CREATE_FAILED: 'Nothing of it serves yet. Read why (describe-stack-events), mend it, then: aws cloudformation delete-stack {stack}',
  ROLLBACK_COMPLETE:
    'The first deployment failed and was taken back: nothing serves yet. Read why (describe-stack-events), mend it, then: aws cloudformation delete-stack {stack}',
  ROLLBACK_FAILED:
    'The first deployment failed and could not be taken back whole. Remove by hand what describe-stack-events names, then: aws cloudformation delete-stack {stack}',
  UPDATE_FAILED: 'The old version may serve in part. Mend what describe-stack-events names, then: aws cloudformation rollback-stack {stack}',
  UPDATE_ROLLBACK_FAILED:
    'The way back to the old version stopped halfway. Mend what describe-stack-events names, then: aws cloudformation continue-update-rollback {stack}',
  IMPORT_ROLLBACK_FAILED: 'Mend what describe-stack-events names, then: aws cloudformation continue-update-rollback {stack}',
  DELETE_FAILED: 'It is half removed. Empty or release what describe-stack-events names, then: aws cloudformation delete-stack {stack}',
}; // prettier-ignore

/** Whether a deployment may begin over a stack as it is. */
export const findingOfStack = (stack: DeployedStack | undefined, name: string, region: string): Finding => {
  if (stack === undefined) return ok(`there is no ${name} yet, it will be created`);
  const { status, reason, changedAt } = stack;
  const said = `${name} is in ${status}${reason === undefined ? '' : ` (${reason})`}`;
  if (whole.has(status)) return ok(said);
  // A change set was made for a new stack: by somebody who deploys now, or by one who was broken off.
  if (status === 'REVIEW_IN_PROGRESS')
    return warning(said, 'Somebody prepares the first deployment, or was broken off: ask, then go on.');
  if (status.endsWith('_IN_PROGRESS'))
    return missing(
      `another deployment is under way: ${said}${changedAt ? ` since ${changedAt.toISOString()}` : ''}`,
      'Wait until it has ended, then look whether yours is still needed.',
    );
  const options = `--stack-name ${name} --region ${region}`;
  const way =
    halfFailed[status] ?? 'Look at it in CloudFormation first: aws cloudformation describe-stacks {stack}';
  return missing(said, way.replace('{stack}', options));
};
