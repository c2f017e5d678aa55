import * as z from 'zod';

const Resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.object({ 'aws:cdk:path': z.string() }).partial().default({}),
});
const Template = z.object({ Resources: z.record(z.string(), Resource) });
type Resource = z.infer<typeof Resource>;

/** What is drawn, with the words for it; all else of a template is detail. */
const drawn: Readonly<Record<string, (name: string) => string>> = {
  'AWS::CloudFront::Distribution': () => '{{"CloudFront<br/>one address for all"}}',
  'AWS::ApiGatewayV2::Api': () => '{{"API Gateway<br/>HTTP API, checks tokens"}}',
  'AWS::Lambda::Function': (name) => `["λ ${name}"]`,
  'AWS::DynamoDB::GlobalTable': () => '[("DynamoDB<br/>the record")]',
  'AWS::S3::Bucket': (name) => `[("S3<br/>${name}")]`,
  'AWS::OpenSearchService::Domain': () => '[("OpenSearch<br/>ranking")]',
  'AWS::SQS::Queue': (name) => `[/"SQS<br/>${name}"/]`,
  'AWS::Cognito::UserPool': () => '{{"Cognito<br/>or any issuer"}}',
  'AWS::Scheduler::Schedule': () => '(("each<br/>minute"))',
};

/** How a function is called by what it does. */
const names: Readonly<Record<string, string>> = {
  'Answers/Handler': 'api',
  'Print/Handler': 'print: certificates',
  'Events/JobWorker': 'jobs',
  'Events/DeliveryWorker': 'deliveries',
  'Events/RecordChanges': 'changes: letters, jobs, audit',
  'Events/SearchChanges': 'changes: search documents',
  'Events/Clock': 'clock: phases, expiry, digests',
  'Users/Tokens': 'tokens: roles',
  'Documents/Bucket': 'snapshots, results, uploads',
  'Site/Bucket': 'pages',
  'Events/Jobs': 'jobs',
  'Events/Deliveries': 'deliveries',
  'Events/DeadJobs': 'dead jobs',
  'Events/DeadDeliveries': 'dead deliveries',
  'Events/DeadChanges': 'dead changes',
  'Events/DeadTicks': 'dead ticks',
};

const isPartOfCdk = (path: string): boolean => /(^|\/)(Custom::|AWS[0-9a-f]{32}|AccessLogs)/.test(path);

/** The ids of resources that a value refers to. */
const references = (value: unknown): string[] => {
  if (typeof value === 'string') return [...value.matchAll(/\$\{(\w+)/g)].map(([, id = '']) => id);
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'Ref' && typeof inner === 'string') return [inner];
    if (key === 'Fn::GetAtt') return [String([inner].flat()[0])];
    return references(inner);
  });
};

/** A template as a Mermaid flowchart: what sets off what, and who may reach what by the grants that stand in it. */
export const pictureOf = (template: unknown): string => {
  const resources = Template.parse(template).Resources;
  const pathOf = ({ Metadata }: Resource): string =>
    (Metadata['aws:cdk:path'] ?? '')
      .split('/')
      .slice(1)
      .join('/')
      .replace(/\/Resource$/, '');
  const nodes = new Map(
    Object.entries(resources).flatMap(([id, resource]) => {
      const label = drawn[resource.Type];
      const path = pathOf(resource);
      return label === undefined || isPartOfCdk(path) ? [] : [[id, label(names[path] ?? path)] as const];
    }),
  );
  const roleOf = new Map(
    [...nodes.keys()].flatMap((id) =>
      references(resources[id]?.Properties.Role).map((role) => [role, id] as const),
    ),
  );
  /** What stands for a resource in the picture: an alias stands for its function. */
  const shownOf = (id: string): string[] => {
    if (nodes.has(id)) return [id];
    const resource = resources[id];
    return resource?.Type === 'AWS::Lambda::Alias'
      ? references(resource.Properties.FunctionName).flatMap(shownOf)
      : [];
  };

  const edges = new Set<string>();
  const draw = (from: readonly string[], arrow: string, to: readonly string[]): void => {
    for (const one of from.flatMap(shownOf))
      for (const other of to.flatMap(shownOf)) if (one !== other) edges.add(`${one} ${arrow} ${other}`);
  };
  for (const [id, { Type, Properties }] of Object.entries(resources)) {
    const refs = (name: string): string[] => references(Properties[name]);
    if (Type === 'AWS::Lambda::EventSourceMapping') {
      draw(refs('EventSourceArn'), '==>', refs('FunctionName'));
      draw(refs('FunctionName'), '-. given up .->', refs('DestinationConfig'));
    }
    if (Type === 'AWS::SQS::Queue') draw([id], '-. given up .->', refs('RedrivePolicy'));
    if (Type === 'AWS::Scheduler::Schedule') draw([id], '==>', refs('Target'));
    if (Type === 'AWS::CloudFront::Distribution') draw([id], '==>', refs('DistributionConfig'));
    if (Type === 'AWS::ApiGatewayV2::Integration') draw(refs('ApiId'), '==>', refs('IntegrationUri'));
    if (Type === 'AWS::ApiGatewayV2::Authorizer')
      draw(refs('ApiId'), '-. keys .->', refs('JwtConfiguration'));
    if (Type === 'AWS::Cognito::UserPool') draw([id], '==>', refs('LambdaConfig'));
    if (Type === 'AWS::IAM::Policy')
      draw(
        refs('Roles').flatMap((role) => roleOf.get(role) ?? []),
        '-->',
        refs('PolicyDocument'),
      );
  }
  // A grant that an arrow of events shows already, the other way about, says nothing new.
  const isShown = (edge: string): boolean => {
    const [from, , to] = edge.split(' ');
    return edge.includes('-->') && (edges.has(`${to} ==> ${from}`) || edges.has(`${from} ==> ${to}`));
  };
  const kept = [...edges].filter((edge) => !isShown(edge) || edge.includes('Record'));
  const joined = new Set(kept.flatMap((edge) => [edge.split(' ')[0] ?? '', edge.split(' ').at(-1) ?? '']));
  const lines = [
    'flowchart LR',
    ...[...nodes].filter(([id]) => joined.has(id)).map(([id, label]) => `  ${id}${label}`),
    ...kept.map((edge) => `  ${edge}`),
  ];
  // Hashes in ids say nothing to a reader.
  return lines.join('\n').replaceAll(/([A-Za-z]+?)[0-9A-F]{8}\b/g, '$1');
};

const [begin, end] = ['<!-- picture: npm run picture -->\n', '<!-- end of picture -->'];

/** A text with its picture drawn anew. Throws when the text has no place for it. */
export const withPicture = (text: string, picture: string): string => {
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`There is no ${begin.trim()} … ${end}.`);
  return `${before}${begin}\n\`\`\`mermaid\n${picture}\n\`\`\`\n\n${end}${after}`;
};
