import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import * as z from 'zod';
import { describeDeployment } from '../../cloud/deployment.ts';
import type { Settings } from '../../cloud/settings.ts';
import type { PackagedFunction } from './runtime.ts';

const Function = z.object({
  Type: z.literal('AWS::Lambda::Function'),
  Properties: z.object({
    Handler: z.string(),
    MemorySize: z.number(),
    Timeout: z.number(),
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  }),
  Metadata: z.object({ 'aws:cdk:path': z.string(), 'aws:asset:path': z.string() }),
});
const Route = z.object({
  Type: z.literal('AWS::ApiGatewayV2::Route'),
  Properties: z.object({ RouteKey: z.string(), AuthorizationType: z.enum(['NONE', 'JWT']) }),
});
const Template = z.object({ Resources: z.record(z.string(), z.unknown()) });

/** What a deployment would consist of: its functions, bundled, and the routes of its gateway. */
export interface Assembly {
  /** By the path of the construct in the stack. A variable that names a resource is what `variables` says of it. */
  functionAt(path: string, variables: Readonly<Record<string, string>>): PackagedFunction;
  routes: readonly { key: string; asksForToken: boolean }[];
}

/** A deployment that has every function; what it would be called and who signs people in there, functions here are told. */
const everything = {
  stage: 'dev',
  site: 'api',
  mailFrom: 'internships@example.org',
  issuer: 'https://issuer.example',
  audience: 'https://internships.example/v1',
  clientId: 'web',
  region: 'eu-central-1',
};

/** Synthesizes and bundles that deployment as `cdk deploy` does. */
export const assemble = (options: {
  outdir: string;
  /** The folder of the built pages. */
  site: string;
  /** Where documents are searched: in a domain, unless in the functions themselves. */
  search?: Settings['search'];
}): Assembly => {
  // Of each resource: from which construct and which bundle it comes.
  const metadata = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };
  const { outdir, site, search = 'domain' } = options;
  const app = new App({ outdir, context: { ...metadata, ...everything, search } });
  const stack = describeDeployment(app, site);
  const { directory } = app.synth();
  const template = Template.parse(JSON.parse(readFileSync(join(directory, stack.templateFile), 'utf8')));
  const resources = Object.values(template.Resources);
  const functions = resources.flatMap((resource) => Function.safeParse(resource).data ?? []);

  const functionAt: Assembly['functionAt'] = (path, variables) => {
    const found = functions.find(
      ({ Metadata }) => Metadata['aws:cdk:path'] === `${stack.node.path}/${path}/Resource`,
    );
    if (found === undefined) throw new Error(`The deployment has no function ${path}.`);
    const { Handler, MemorySize, Timeout, Environment } = found.Properties;
    const environment = Object.entries(Environment.Variables).map(([name, value]) => {
      const known = variables[name] ?? value;
      if (typeof known !== 'string') throw new Error(`Nothing here stands for ${name} of ${path}.`);
      return [name, known] as const;
    });
    return {
      name: path,
      folder: join(directory, found.Metadata['aws:asset:path']),
      handler: Handler,
      memoryMb: MemorySize,
      timeoutMs: Timeout * 1000,
      environment: Object.fromEntries(environment),
    };
  };
  const routes = resources.flatMap((resource) => {
    const route = Route.safeParse(resource).data?.Properties;
    return route ? [{ key: route.RouteKey, asksForToken: route.AuthorizationType === 'JWT' }] : [];
  });
  return { functionAt, routes };
};
