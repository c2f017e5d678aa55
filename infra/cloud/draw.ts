import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { describeDeployment } from './deployment.ts';
import { pictureOf, withPicture } from './picture.ts';

/** `npm run picture`: draws the deployment into README, from its template. */
const readme = join(import.meta.dirname, '../../README.md');
const folder = mkdtempSync(join(tmpdir(), 'picture-'));
try {
  writeFileSync(join(folder, 'index.html'), '');
  const context = {
    'aws:cdk:bundling-stacks': [],
    'aws:cdk:enable-path-metadata': true,
    stage: 'dev',
    search: 'domain',
    mailFrom: 'internships@example.org',
  };
  const app = new App({ context });
  const stack = describeDeployment(app, folder);
  const { template } = app.synth().getStackByName(stack.stackName);
  writeFileSync(readme, withPicture(readFileSync(readme, 'utf8'), pictureOf(template)));
} finally {
  rmSync(folder, { recursive: true });
}
