import { describe, expect, test } from 'vitest';
import { serviceUrl } from '../support/service.ts';

const [openSearch, dynamoDb] = [serviceUrl('open-search'), serviceUrl('dynamo-db')];

describe.skipIf(openSearch === undefined)('OpenSearch', () => {
  test('answers with the version that the ranking was measured on', async () => {
    const response = await fetch(openSearch ?? '');
    expect(await response.json()).toMatchObject({ version: { distribution: 'opensearch', number: '3.8.0' } });
  });
});

describe.skipIf(dynamoDb === undefined)('DynamoDB Local', () => {
  test('is itself: it refuses an unsigned request', async () => {
    const response = await fetch(dynamoDb ?? '');
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('MissingAuthenticationToken');
  });
});
