import { StackStatus } from '@aws-sdk/client-cloudformation';
import { expect, it } from 'vitest';
import { findingOfStack } from '../../../infra/operate/preflight/stack-state.ts';

const findingIn = (status: string) =>
  findingOfStack(
    { name: 'marketplace-dev', status, changedAt: new Date('2026-05-01T08:00:00Z'), outputs: new Map() },
    'marketplace-dev',
    'eu-central-1',
  );

it('lets a deployment begin over nothing and over what is whole, and over nothing else that CloudFormation knows', () => {
  expect(findingOfStack(undefined, 'marketplace-dev', 'eu-central-1').state).toBe('ok');
  const states = Object.groupBy(Object.values(StackStatus), (status) => findingIn(status).state);
  expect(states.ok?.toSorted()).toEqual([
    'CREATE_COMPLETE',
    'IMPORT_COMPLETE',
    'IMPORT_ROLLBACK_COMPLETE',
    'UPDATE_COMPLETE',
    'UPDATE_ROLLBACK_COMPLETE',
  ]);
  expect(states.warning).toEqual(['REVIEW_IN_PROGRESS']);
});

it('names another deployment that is under way, and since when', () => {
  expect(findingIn('UPDATE_IN_PROGRESS')).toMatchObject({
    state: 'missing',
    what: 'another deployment is under way: marketplace-dev is in UPDATE_IN_PROGRESS since 2026-05-01T08:00:00.000Z',
  });
});

it.each([
  ['ROLLBACK_COMPLETE', 'delete-stack'],
  ['ROLLBACK_FAILED', 'delete-stack'],
  ['UPDATE_ROLLBACK_FAILED', 'continue-update-rollback'],
  ['UPDATE_FAILED', 'rollback-stack'],
  ['DELETE_FAILED', 'delete-stack'],
])('says what brings on a stack in %s', (status, command) => {
  const finding = findingIn(status);
  expect(finding).toHaveProperty(
    'todo',
    expect.stringContaining(
      `aws cloudformation ${command} --stack-name marketplace-dev --region eu-central-1`,
    ),
  );
});
