import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { buildWeb } from '../../web/build.ts';
import { describeDeployment } from './deployment.ts';
import { SettingsRefused } from './settings.ts';

/** `npx cdk deploy -c stage=dev -c mailFrom=…`: what else can be chosen stands in settings.ts. */
try {
  const site = join(import.meta.dirname, '../../dist/cloud/web');
  await buildWeb({ outdir: site, minify: true });
  describeDeployment(new App(), site);
} catch (error) {
  if (!(error instanceof SettingsRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
