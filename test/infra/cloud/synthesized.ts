import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod';
import { describeDeployment } from '../../../infra/cloud/deployment.ts';

/** Deployments that differ in all that can be chosen. */
export const deployments = {
  development: {},
  'development with a search domain': { search: 'domain' },
  production: { stage: 'prod', alarmMail: 'operator@example.org', monthlyBudget: '200' },
  'production behind a firewall': {
    stage: 'prod',
    alarmMail: 'operator@example.org',
    rateLimit: '2000',
    scan: 'guardduty',
    region: 'ap-southeast-1',
    domainName: 'internships.example.org',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/one',
  },
  'mainland China': {
    region: 'cn-north-1',
    issuer: 'https://id.example.cn',
    audience: 'https://internships.example.cn/v1',
    clientId: 'web',
  },
} as const;
export type DeploymentName = keyof typeof deployments;

const Report = z.object({
  pluginReports: z.array(
    z.object({
      violations: z.array(
        z.object({
          ruleName: z.string(),
          violatingConstructs: z.array(z.object({ constructPath: z.string() })),
        }),
      ),
      suppressedViolations: z.array(z.object({ reason: z.string() })),
    }),
  ),
});

/** One synthesis serves all tests of a file. */
const cache = new Map<DeploymentName, ReturnType<typeof synthesize>>();

/** A deployment's template, and what the rules of cdk-nag say of it. */
export const synthesized = (name: DeploymentName): ReturnType<typeof synthesize> => {
  const known = cache.get(name) ?? synthesize(name);
  cache.set(name, known);
  return known;
};

/** Built pages enough to be packed. */
const pages = mkdtempSync(join(tmpdir(), 'pages-'));
mkdirSync(join(pages, 'assets'));
writeFileSync(join(pages, 'index.html'), '<!doctype html><title>Internships</title>');

const synthesize = (name: DeploymentName) => {
  // Handlers are bundled where that is the subject.
  const context = { stage: 'dev', mailFrom: 'internships@example.org', 'aws:cdk:bundling-stacks': [] };
  const paths = { 'aws:cdk:enable-path-metadata': true };
  const app = new App({ context: { ...context, ...paths, ...deployments[name] } });
  const stack = describeDeployment(app, pages);
  const { directory } = app.synth();
  const report = Report.parse(JSON.parse(readFileSync(join(directory, 'validation-report.json'), 'utf8')));
  const reports = report.pluginReports;
  return {
    template: Template.fromStack(stack),
    findings: reports.flatMap(({ violations }) => violations),
    reasons: reports.flatMap(({ suppressedViolations }) => suppressedViolations.map(({ reason }) => reason)),
  };
};
