import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACMClient, RequestCertificateCommand } from '@aws-sdk/client-acm';
import {
  CloudFormationClient,
  CreateChangeSetCommand,
  CreateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { CreateEmailIdentityCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordFormat } from '../../../functions/table/format.ts';
import { motoUrl, startAccount } from '../../support/moto/account.ts';
import { stackWith } from '../../support/moto/stack.ts';
import { runEntry } from '../../support/command.ts';

const moto = motoUrl();
const region = 'eu-central-1';

describe.skipIf(moto === undefined)('npm run deploy', () => {
  let account: Awaited<ReturnType<typeof startAccount>>;
  let folder: string;
  /** Where a `cdk` that only notes how it was called writes that down. */
  let called: string;

  beforeAll(async () => {
    account = await startAccount(moto ?? '');
    folder = await mkdtemp(join(tmpdir(), 'deploy-'));
    called = join(folder, 'called');
    await writeFile(join(folder, 'cdk'), `#!/bin/sh\necho "$@" >>${called}\nexit 1\n`);
    await chmod(join(folder, 'cdk'), 0o755);
  });
  afterAll(async () => {
    await account.stop();
    await rm(folder, { recursive: true });
  });

  const deploy = (...args: string[]) =>
    runEntry('infra/operate/deploy.ts', args, {
      ...account.environment,
      PATH: `${folder}:${process.env.PATH ?? ''}`,
    });
  const calls = (): Promise<string> => readFile(called, 'utf8').catch(() => '');
  const ssm = (of: string) => new SSMClient(account.clientIn(of));
  const bootstrap = (of: string, Value: string) =>
    ssm(of).send(
      new PutParameterCommand({
        Name: '/cdk-bootstrap/hnb659fds/version',
        Value,
        Type: 'String',
        Overwrite: true,
      }),
    );
  const base = ['--stage', 'dev', '--region', region, '--mailFrom', 'post@interns.example'];
  const inProd = ['--stage', 'prod', '--alarmMail', 'ops@interns.example'];

  it('names everything that an empty account lacks, and what brings it on, before anything is changed', async () => {
    const { code, said } = await deploy(...base);
    expect(said).toContain(`arn:aws:sts::123456789012`);
    expect(said).toContain(`MISSING Bootstrap: ${region} was never bootstrapped`);
    expect(said).toContain('npx cdk bootstrap');
    expect(said).toContain(
      'MISSING Sender: SES has verified neither interns.example nor post@interns.example',
    );
    expect(said).toContain('create-email-identity --email-identity interns.example');
    expect(said).toContain('Nothing was changed.');
    expect(code).toBe(1);
    expect(await calls()).toBe('');
  });

  it('names a bootstrap that is too old, and a certificate in another region, not there, not issued, for another name', async () => {
    await bootstrap(region, '5');
    const east = new ACMClient(account.clientIn('us-east-1'));
    /** A private authority issues at once. */
    const request = async (DomainName: string, CertificateAuthorityArn?: string): Promise<string> =>
      (await east.send(new RequestCertificateCommand({ DomainName, CertificateAuthorityArn })))
        .CertificateArn ?? '';
    const authority = 'arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/one';
    const withDomain = (arn: string) =>
      deploy(...base, '--preflight', '--domainName', 'site.interns.example', '--certificateArn', arn);
    const elsewhere = await withDomain(`arn:aws:acm:${region}:123456789012:certificate/one`);
    expect(elsewhere.said).toContain(`MISSING Bootstrap: ${region} has version 5, and 6 is needed`);
    expect(elsewhere.said).toContain(`it lies in ${region}, and is needed in us-east-1`);
    const nowhere = await withDomain('arn:aws:acm:us-east-1:123456789012:certificate/none');
    expect(nowhere.said).toContain('MISSING Certificate: there is no certificate');
    const pending = await withDomain(await request('site.interns.example'));
    expect(pending.said).toContain('MISSING Certificate: it waits for its validation');
    const foreign = await withDomain(await request('*.other.example', authority));
    expect(foreign.said).toMatch(
      /MISSING Certificate: it is for \*\.other\.example.* and not for site\.interns\.example/,
    );
    const right = await withDomain(await request('*.interns.example', authority));
    expect(right.said).toContain('ok      Certificate: issued for site.interns.example in us-east-1');
    expect([elsewhere, nowhere, pending, foreign].map(({ code }) => code)).toEqual([1, 1, 1, 1]);
  });

  it('warns of a sandbox and of few functions in dev, and stops there in prod', async () => {
    account.facts.mail = { ...account.facts.mail, ProductionAccessEnabled: false };
    account.facts.concurrency = 9;
    await bootstrap(region, '21');
    await new SESv2Client(account.clientIn(region)).send(
      new CreateEmailIdentityCommand({ EmailIdentity: 'interns.example' }),
    );
    const unverified = await deploy(...base, '--preflight');
    expect(unverified.said).toContain('MISSING Sender: SES has verified neither');
    account.facts.verified.add('interns.example');
    const dev = await deploy(...base, '--preflight');
    expect(dev.said).toContain('look    Letters: SES is in its sandbox');
    expect(dev.said).toContain('look    Functions: 9 functions may run at a time');
    expect(dev.code).toBe(0);
    const prod = await deploy(...base, '--preflight', ...inProd);
    expect(prod.said).toContain('MISSING Letters: SES is in its sandbox');
    expect(prod.said).toContain('MISSING Functions:');
    expect(prod.code).toBe(1);
    account.facts.mail = { ...account.facts.mail, ProductionAccessEnabled: true };
    account.facts.concurrency = 1_000;
  });

  it('looks where the firewall stands as well', async () => {
    const { said } = await deploy(...base, '--preflight', '--rateLimit', '2000');
    expect(said).toContain('MISSING Bootstrap: us-east-1 was never bootstrapped');
    expect(said).toContain('there is no marketplace-dev-firewall yet');
  });

  it('hands the settings of a file and of options to the CDK, and says how the stack was left when that failed', async () => {
    const file = join(folder, 'settings.json');
    await writeFile(
      file,
      JSON.stringify({
        stage: 'dev',
        mailFrom: 'other@interns.example',
        monthlyBudget: 90,
        alarmMail: 'ops@interns.example',
      }),
    );
    const { code, said } = await deploy(
      '--settings',
      file,
      '--region',
      region,
      '--mailFrom',
      'post@interns.example',
      '--yes',
    );
    expect(await calls()).toBe(
      `deploy marketplace-dev --context stage=dev --context mailFrom=post@interns.example --context monthlyBudget=90 --context alarmMail=ops@interns.example --context region=${region} --require-approval never\n`,
    );
    expect(said).toContain('Stack: there is no marketplace-dev yet');
    expect(code).toBe(3);
  });

  it('refuses a file with a name that is none, and one that is not there', async () => {
    const file = join(folder, 'wrong.json');
    await writeFile(file, JSON.stringify({ stage: 'dev', mailform: 'post@interns.example' }));
    const wrong = await deploy('--settings', file, '--region', region);
    expect(wrong.said).toContain('name mailform. There are: stage,');
    const absent = await deploy('--settings', join(folder, 'absent.json'), '--region', region);
    expect(absent.said).toMatch(/absent\.json cannot be read: Error: ENOENT/);
    expect([wrong.code, absent.code]).toEqual([2, 2]);
  });

  it('sees a first deployment that somebody else prepares, and a record that a newer code wrote', async () => {
    const stacks = new CloudFormationClient(account.clientIn(region));
    await stacks.send(
      new CreateChangeSetCommand({
        ...stackWith('marketplace-prod', {}),
        ChangeSetName: 'first',
        ChangeSetType: 'CREATE',
      }),
    );
    const prepared = await deploy(...base, '--preflight', ...inProd);
    expect(prepared.said).toContain('look    Stack: marketplace-prod is in REVIEW_IN_PROGRESS');
    await stacks.send(
      new CreateStackCommand(stackWith('marketplace-dev', { RecordFormat: String(recordFormat + 1) })),
    );
    const newer = await deploy(...base);
    expect(newer.said).toContain(
      `MISSING Record: the deployed code writes format ${recordFormat + 1}, and this code knows no more than ${recordFormat}`,
    );
    expect(newer.code).toBe(1);
  });
});
