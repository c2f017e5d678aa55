import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { access } from '../../../functions/access.ts';
import { operationNames, operations } from '../../../functions/operations.ts';
import { expiryAttribute, tableShape } from '../../../functions/table/dynamo-db/shape.ts';
import { recordFormat } from '../../../functions/table/format.ts';
import { type Lines, linesOf } from '../../../functions/watch/lines.ts';
import { acknowledged } from '../../../infra/cloud/acknowledged.ts';
import { pictureOf, withPicture } from '../../../infra/cloud/picture.ts';
import { oldestBootstrap } from '../../../infra/operate/preflight/bootstrap.ts';
import { type DeploymentName, deployments, synthesized } from './synthesized.ts';

const names = z.enum(Object.keys(deployments) as [DeploymentName, ...DeploymentName[]]).options; // oxlint-disable-line -- the table's own keys
const templateOf = (name: DeploymentName): Template => synthesized(name).template;

const propertiesOf = (template: Template, type: string): Record<string, unknown>[] =>
  Object.values(template.findResources(type)).map(({ Properties }) => Properties);

describe('the record', () => {
  it('is shaped as the table port asks: two indexes, both images in the stream, expiry', () => {
    templateOf('development').hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: tableShape.KeySchema,
      AttributeDefinitions: Match.arrayWith(tableShape.AttributeDefinitions),
      GlobalSecondaryIndexes: tableShape.GlobalSecondaryIndexes.map((index) => Match.objectLike(index)),
      StreamSpecification: { StreamViewType: tableShape.StreamSpecification.StreamViewType },
      TimeToLiveSpecification: { AttributeName: expiryAttribute, Enabled: true },
    });
  });

  it('is kept and protected in production, with a way back to any second, and can be let go in development', () => {
    const tables = (name: DeploymentName) =>
      Object.values(templateOf(name).findResources('AWS::DynamoDB::GlobalTable'));
    for (const name of ['production', 'production behind a firewall'] as const)
      expect(tables(name)).toMatchObject([
        {
          DeletionPolicy: 'Retain',
          Properties: {
            Replicas: [
              {
                DeletionProtectionEnabled: true,
                PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
              },
            ],
          },
        },
      ]);
    expect(tables('development')).toMatchObject([{ DeletionPolicy: 'Delete' }]);
  });
});

describe.each(names)('%s', (name) => {
  it('has no finding of cdk-nag that is not acknowledged', () => {
    expect(synthesized(name).findings).toEqual([]);
  });

  it('opens no bucket to the public, encrypts each and refuses what is not encrypted on the way', () => {
    const template = templateOf(name);
    const buckets = propertiesOf(template, 'AWS::S3::Bucket');
    expect(buckets.length).toBeGreaterThan(1);
    for (const bucket of buckets)
      expect(bucket).toMatchObject({
        BucketEncryption: expect.anything(),
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      });
    const denials = propertiesOf(template, 'AWS::S3::BucketPolicy').filter((policy) =>
      JSON.stringify(policy).includes('"aws:SecureTransport":"false"'),
    );
    expect(denials).toHaveLength(buckets.length);
  });

  it('lets pages get large files from the bucket of documents by link and send files there, and nowhere else', () => {
    const template = templateOf(name);
    const open = Object.entries(template.findResources('AWS::S3::Bucket')).filter(
      ([, { Properties }]) => Properties.CorsConfiguration !== undefined,
    );
    expect(open.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(['DocumentsBucket']);
    expect(open[0]?.[1].Properties.CorsConfiguration.CorsRules).toMatchObject([
      { AllowedMethods: ['GET', 'POST'], ExposedHeaders: ['Content-Disposition'] },
    ]);
    const domain = `"Fn::GetAtt":["${open[0]?.[0]}","RegionalDomainName"]`;
    const pages = [
      ...propertiesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy'),
      ...propertiesOf(template, 'AWS::Lambda::Function').filter((one) =>
        JSON.stringify(one).includes('OTHER_ORIGINS'),
      ),
    ];
    expect(pages).not.toEqual([]);
    for (const one of pages) expect(JSON.stringify(one)).toContain(domain);
  });

  it('throws away what was sent and not used, all of it within days', () => {
    const rules = propertiesOf(templateOf(name), 'AWS::S3::Bucket').flatMap(
      ({ LifecycleConfiguration }) =>
        z.object({ Rules: z.array(z.record(z.string(), z.unknown())) }).safeParse(LifecycleConfiguration).data
          ?.Rules ?? [],
    );
    expect(rules.filter(({ Prefix }) => Prefix !== undefined)).toEqual([
      {
        Prefix: 'incoming/',
        Status: 'Enabled',
        ExpirationInDays: 1,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
      },
      // Of search documents no more than the newest snapshot.
      { Prefix: 'search/', NoncurrentVersionExpiration: { NoncurrentDays: 1 }, Status: 'Enabled' },
    ]);
  });

  it('has what is sent looked at for malware where that is chosen, and what answers requests read the tags', () => {
    const template = templateOf(name);
    const reading = Object.entries(template.findResources('AWS::IAM::Policy')).filter(([, policy]) =>
      JSON.stringify(policy).includes('"s3:GetObjectTagging"'),
    );
    const scanned = 'scan' in deployments[name];
    expect(reading.map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual(
      scanned ? ['AnswersHandlerRoleDefaultPolicy', 'MalwareScanRoleDefaultPolicy'] : [],
    );
    const plans = propertiesOf(template, 'AWS::GuardDuty::MalwareProtectionPlan');
    const waiting = {
      ProtectedResource: { S3Bucket: { ObjectPrefixes: ['incoming/'] } },
      Actions: { Tagging: { Status: 'ENABLED' } },
    };
    expect(plans).toMatchObject(scanned ? [waiting] : []);
    const told = propertiesOf(template, 'AWS::Lambda::Function').filter((one) =>
      JSON.stringify(one).includes('"SCAN":"guardduty"'),
    );
    expect(told).toHaveLength(scanned ? 1 : 0);
  });

  it('encrypts every queue', () => {
    for (const queue of propertiesOf(templateOf(name), 'AWS::SQS::Queue'))
      expect(queue).toMatchObject({ SqsManagedSseEnabled: true });
  });

  it('asks for a token on every route but those listed here', () => {
    const routes = z
      .array(
        z.object({
          RouteKey: z.string(),
          AuthorizationType: z.string(),
          AuthorizerId: z.unknown().optional(),
        }),
      )
      .parse(propertiesOf(templateOf(name), 'AWS::ApiGatewayV2::Route'));
    const open = routes.filter(({ AuthorizationType }) => AuthorizationType === 'NONE');
    const pages = ['GET /', 'HEAD /', 'GET /{proxy+}', 'HEAD /{proxy+}'];
    expect(open.map(({ RouteKey }) => RouteKey).toSorted()).toEqual(
      [
        'GET /v1/certificate-checks/{code}',
        'GET /v1/certificate-keys',
        'GET /v1/cycles',
        'GET /v1/cycles/{cycleId}',
        'GET /v1/cycles/{cycleId}/rounds',
        'GET /v1/company-figures',
        'GET /v1/cycles/{cycleId}/internship',
        'GET /v1/rounds/{roundId}/open-seats',
        'GET /v1/health',
        'GET /v1/invitations/{code}',
        // A partner's key, which is no JWT, opens these; the function checks it, as it does every token.
        'GET /v1/applications/{applicationId}/applicant',
        'GET /v1/companies/{companyId}',
        'GET /v1/companies/{companyId}/offers',
        'GET /v1/companies/{companyId}/postings',
        'GET /v1/cycles/{cycleId}/figures',
        'GET /v1/postings/{postingId}/applicants',
        'GET /v1/openapi.json',
        'GET /v1/posting-suggestions',
        'GET /v1/postings',
        'GET /v1/postings/{postingId}',
        'GET /v1/postings/{postingId}/similar',
        'GET /v1/public-companies',
        'GET /v1/rounds/{roundId}/public',
        'GET /v1/statistics',
        'GET /v1/taxonomy',
        'POST /v1/unsubscribe/{token}',
        ...pages,
      ].toSorted(),
    );
    const closed = routes.filter(({ AuthorizationType }) => AuthorizationType !== 'NONE');
    const asked = { AuthorizationType: 'JWT', AuthorizerId: expect.anything() };
    expect(closed).toMatchObject([
      { RouteKey: 'ANY /v1/{proxy+}', ...asked },
      { RouteKey: 'GET /v1/certificates/{certificateId}/pdf', ...asked },
    ]);
  });

  it('sends to partners from a function of its own, five at a time, in no network, which reaches the record alone', () => {
    const template = templateOf(name);
    const query = { Properties: { MemorySize: 256, Timeout: 30 } };
    const [[worker, found] = []] = Object.entries(template.findResources('AWS::Lambda::Function', query));
    expect(found?.Properties.VpcConfig).toBeUndefined();
    expect(found?.Properties.Environment.Variables).toHaveProperty('DELIVERY_QUEUE_URL');
    const sources = propertiesOf(template, 'AWS::Lambda::EventSourceMapping').filter(
      ({ FunctionName }) => JSON.stringify(FunctionName) === JSON.stringify({ Ref: worker }),
    );
    expect(sources).toMatchObject([{ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 5 } }]);
  });

  it('grants nobody all actions, and all resources for traces alone', () => {
    const Statement = z.object({
      Effect: z.string(),
      Action: z.union([z.string(), z.array(z.string())]),
      Resource: z.unknown(),
    });
    const policies = z
      .array(
        z.object({ PolicyDocument: z.object({ Statement: z.array(Statement) }), PolicyName: z.string() }),
      )
      .parse(propertiesOf(templateOf(name), 'AWS::IAM::Policy'))
      .filter(({ PolicyName }) => !/^(Custom|AWS[0-9a-f]{32})/.test(PolicyName));
    const statements = policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    const actionsOf = (of: typeof statements) => new Set(of.flatMap(({ Action }) => Action));
    expect([...actionsOf(statements)].filter((action) => action.includes('*'))).toEqual([]);
    const everywhere = statements.filter(({ Resource }) => [Resource].flat().includes('*'));
    expect([...actionsOf(everywhere)].toSorted()).toEqual([
      'xray:PutTelemetryRecords',
      'xray:PutTraceSegments',
    ]);
  });

  it('lets the worker of jobs alone take out an account, where the accounts are its own', () => {
    const template = templateOf(name);
    const Statements = z.object({
      PolicyDocument: z.object({ Statement: z.array(z.object({ Action: z.unknown() })) }),
      PolicyName: z.string(),
    });
    const removing = propertiesOf(template, 'AWS::IAM::Policy')
      .map((policy) => Statements.parse(policy))
      .filter(({ PolicyDocument }) =>
        PolicyDocument.Statement.some(({ Action }) => Action === 'cognito-idp:AdminDeleteUser'),
      );
    const pools = Object.keys(template.findResources('AWS::Cognito::UserPool'));
    expect(removing.map(({ PolicyName }) => PolicyName.replace(/[0-9A-F]{8}$/, ''))).toEqual(
      pools.map(() => 'EventsJobWorkerRoleDefaultPolicy'),
    );
  });

  it('traces every function but those that work for a deployment alone', () => {
    const functions = Object.entries(templateOf(name).findResources('AWS::Lambda::Function')).filter(
      ([id]) => !/^(Custom|AWS[0-9a-f]{32})/.test(id),
    );
    expect(functions.length).toBeGreaterThan(6);
    for (const [, { Properties }] of functions) expect(Properties.TracingConfig).toEqual({ Mode: 'Active' });
  });

  it('has a line in the runbook for every alarm', () => {
    const runbook = readFileSync(new URL('../../../infra/cloud/RUNBOOK.md', import.meta.url), 'utf8');
    const alarms = z
      .array(z.object({ AlarmName: z.string(), AlarmDescription: z.string() }))
      .parse(propertiesOf(templateOf(name), 'AWS::CloudWatch::Alarm'));
    expect(alarms.length).toBeGreaterThan(8);
    for (const { AlarmName } of alarms)
      expect(runbook).toContain(`\n### ${AlarmName.replace(/^\w+: /, '')}\n`);
  });

  it('keeps logs for a time, not for ever', () => {
    for (const log of propertiesOf(templateOf(name), 'AWS::Logs::LogGroup'))
      expect(log).toMatchObject({ RetentionInDays: expect.any(Number) });
  });
});

/** What a function writes to its log. */
const written = (say: (lines: Lines) => void): unknown[] => {
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockReturnValue(true),
  );
  say(linesOf('a function'));
  const texts = streams.flatMap(({ mock }) => mock.calls.map(([text]) => String(text)));
  for (const stream of streams) stream.mockRestore();
  return texts.map((text) => JSON.parse(text));
};

describe('what is read from the lines of the functions', () => {
  it('are the metrics that a line about an answer carries', () => {
    const template = templateOf('development');
    const shown = JSON.stringify(Object.values(template.findResources('AWS::CloudWatch::Dashboard')));
    const read = [...shown.matchAll(/\[\W*Marketplace\W+(\w+)\W+function\W/g)].map(([, name]) => name);
    const [line] = written(({ answered }) =>
      answered({ operation: 'getPosting', status: 200, ms: 1 }, 'request'),
    );
    const Names = z.array(z.object({ Name: z.string() }));
    const Told = z.object({ Namespace: z.literal('Marketplace'), Metrics: Names });
    const Line = z.looseObject({ _aws: z.object({ CloudWatchMetrics: z.tuple([Told]) }) });
    const { _aws: told, ...values } = Line.parse(line);
    const metrics = told.CloudWatchMetrics[0].Metrics.map(({ Name }) => Name);
    expect(new Set(read)).toEqual(new Set(metrics));
    for (const name of metrics) expect(values).toHaveProperty(name, expect.any(Number));
    expect(values).toHaveProperty('function', 'a function');
  });

  it('are events under the name that a line gives them', () => {
    const [filter] = propertiesOf(templateOf('development'), 'AWS::Logs::MetricFilter');
    const [, part = '', event = ''] = /^\{ \$\.(\w+) = "(\w+)" \}$/.exec(String(filter?.FilterPattern)) ?? [];
    expect(written(({ log }) => log({ level: 'error', event }, undefined))).toMatchObject([
      { level: 'error', [part]: event },
    ]);
    expect(event).toBe('change_not_consumed');
  });
});

describe('the picture in README', () => {
  it('is that of the stack', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
    const picture = pictureOf(templateOf('development with a search domain').toJSON());
    expect(withPicture(readme, picture)).toBe(readme);
  });
});

describe('what stands in spite of cdk-nag', () => {
  it('is met in some deployment, each row of it', () => {
    const met = new Set(names.flatMap((name) => synthesized(name).reasons));
    const reasons = acknowledged(new Stack(new App())).map(({ reason }) => reason);
    expect(reasons.filter((reason) => !met.has(reason))).toEqual([]);
  });
});

describe('routes', () => {
  it('that are open to anyone never catch an operation that needs a token', () => {
    const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    const open = operationNames.filter((name) => access[name] === 'anyone').map((name) => operations[name]);
    const caught = operationNames
      .filter((name) => access[name] !== 'anyone')
      .map((name) => operations[name])
      .filter(({ method, path }) =>
        open.some((other) => other.method === method && patternOf(other.path).test(path)),
      );
    expect(caught.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});

describe('what the preflight compares', () => {
  it('is stated by the stack: the format of its record, and the bootstrap that it needs', () => {
    const template = templateOf('development');
    template.hasOutput('RecordFormat', { Value: String(recordFormat) });
    const tooOld = Array.from({ length: oldestBootstrap - 1 }, (_, index) => String(index + 1));
    expect(template.toJSON().Rules.CheckBootstrapVersion.Assertions).toMatchObject([
      { Assert: { 'Fn::Not': [{ 'Fn::Contains': [tooOld, { Ref: 'BootstrapVersion' }] }] } },
    ]);
  });
});

describe('mainland China', () => {
  it('has neither a user pool nor a distribution', () => {
    const template = templateOf('mainland China');
    expect(template.findResources('AWS::Cognito::UserPool')).toEqual({});
    expect(template.findResources('AWS::CloudFront::Distribution')).toEqual({});
  });

  it('names no other partition', () => {
    expect(JSON.stringify(templateOf('mainland China').toJSON())).not.toMatch(/arn:aws:|amazonaws\.com\//);
  });
});

describe('a small programme', () => {
  it('has nothing that costs when nobody asks: no domain, no provisioned units', () => {
    const template = templateOf('development');
    expect(template.findResources('AWS::OpenSearchService::Domain')).toEqual({});
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', { BillingMode: 'PAY_PER_REQUEST' });
    expect(JSON.stringify(template.toJSON())).not.toContain('ProvisionedConcurren');
  });
});

/** A template without what changes with every build: hashes of assets and of versions. */
const withoutHashes = (template: Template): string =>
  JSON.stringify(template.toJSON(), null, 1)
    .replaceAll(/[0-9a-f]{64}/g, 'HASH')
    .replaceAll(/(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}/g, '$1HASH');

describe('production as a whole', () => {
  it('is what was reviewed last', async () => {
    await expect(withoutHashes(templateOf('production'))).toMatchFileSnapshot('production.template.snap');
  });
});
