/** The parts of an OpenAPI document that the reference shows. Read with care: it comes over the wire. */
export interface ApiOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  /** A name that the page has words for: `anyone`, `owner_or_coordinator`. */
  who: string;
  tag: string;
  parameters: readonly { name: string; where: string; required: boolean; description?: string }[];
  body: unknown;
  answer: unknown;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const fields = (value: unknown): Fields => (isFields(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The schema of the first media type. */
const schemaOf = (content: unknown): unknown => fields(Object.values(fields(content))[0])['schema'];

const operationOf = (method: string, path: string, value: unknown): ApiOperation => {
  const operation = fields(value);
  const answer = Object.entries(fields(operation['responses'])).find(([status]) =>
    status.startsWith('2'),
  )?.[1];
  return {
    id: text(operation['operationId']),
    method: method.toUpperCase(),
    path,
    summary: text(operation['summary']),
    who: /: (\w+)\.$/.exec(text(operation['description']))?.[1] ?? '',
    tag: text(list(operation['tags'])[0]),
    parameters: list(operation['parameters']).map((parameter) => {
      const { name, in: where, required, description } = fields(parameter);
      return {
        name: text(name),
        where: text(where),
        required: required === true,
        description: text(description),
      };
    }),
    body: schemaOf(fields(operation['requestBody'])['content']),
    answer: schemaOf(fields(answer)['content']),
  };
};

/** All operations, grouped by their tag in the document's order. */
export const operationsOf = (document: unknown): ReadonlyMap<string, readonly ApiOperation[]> => {
  const all = Object.entries(fields(fields(document)['paths'])).flatMap(([path, methods]) =>
    Object.entries(fields(methods)).map(([method, operation]) => operationOf(method, path, operation)),
  );
  return Map.groupBy(all, ({ tag }) => tag);
};
