import * as z from 'zod';
import { access } from './access.ts';
import { scopesFor } from './api-key/operations-of-scope.ts';
import type { Operation } from './operation.ts';
import { operations, type OperationName, operationNames } from './operations.ts';

/** JSON Schema 2020-12, which is what OpenAPI 3.1 speaks. */
const schema = (of: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...json } = z.toJSONSchema(of, { io, unrepresentable: 'any' });
  return json;
};

const parameters = (of: z.ZodObject | undefined, where: 'path' | 'query') =>
  Object.entries(of?.shape ?? {}).map(([name, type]) => ({
    name,
    in: where,
    required: where === 'path' || !z.safeParse(type, undefined).success,
    schema: schema(type, 'input'),
  }));

const header = (name: string, description: string, required: boolean) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const problemResponse = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const requestBody = (operation: Operation) => {
  if (operation.upload)
    return {
      required: true,
      content: { [operation.upload.type]: { schema: { type: 'string', format: 'binary' } } },
    };
  return (
    operation.body && {
      required: true,
      content: { 'application/json': { schema: schema(operation.body, 'input') } },
    }
  );
};

const successResponse = (operation: Operation) => {
  if (operation.download)
    return {
      '200': { description: 'The file', content: { [operation.download]: { schema: { type: 'string' } } } },
      '303': {
        description: 'Where to get a file that is too large for an answer, for five minutes',
        headers: { location: { schema: { type: 'string', format: 'uri' } } },
      },
    };
  if (!operation.response) return { '204': { description: 'Done' } };
  return {
    [operation.status ?? 200]: {
      description: 'Done',
      content: { 'application/json': { schema: schema(operation.response, 'output') } },
    },
  };
};

const describe = (name: OperationName, operation: Operation) => {
  const body = requestBody(operation);
  return {
    operationId: name,
    summary: operation.summary,
    // A partner's key is a bearer token too; with one of these scopes it may call this.
    ...(scopesFor(name).length > 0 && { 'x-key-scopes': scopesFor(name) }),
    description: `Who may call it: ${access[name]}.`,
    tags: [operation.path.split('/')[1] ?? ''],
    security: access[name] === 'anyone' ? [{}, { bearer: [] }] : [{ bearer: [] }],
    parameters: [
      ...parameters(operation.params, 'path'),
      ...parameters(operation.query, 'query'),
      ...(operation.ifMatch ? [header('If-Match', 'The ETag of the version that you read', true)] : []),
      ...(operation.method === 'post'
        ? [header('Idempotency-Key', 'A repeat with the same key is carried out once', false)]
        : []),
    ],
    ...(body && { requestBody: body }),
    responses: { ...successResponse(operation), default: problemResponse },
  };
};

/** The OpenAPI 3.1 document, made from the same table and schemas that requests are checked with. */
export const openApiDocument = (): Record<string, unknown> => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of operationNames) {
    const { path, method } = operations[name];
    (paths[`/v1${path}`] ??= {})[method] = describe(name, operations[name]);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Cloud internship marketplace',
      version: '1',
      description: 'Postings, applications, explained ranking and verifiable match rounds of a summer cycle.',
    },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: {
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'detail', 'fields', 'facts'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            detail: { type: 'string' },
            fields: {
              type: 'array',
              items: {
                type: 'object',
                properties: { pointer: { type: 'string' }, reason: { type: 'string' } },
              },
            },
            facts: { type: 'object' },
          },
        },
      },
    },
  };
};
