import { describe, expect, it } from 'vitest';
import { settingsOf, SettingsRefused } from '../../../infra/cloud/settings.ts';

const least = { stage: 'dev', mailFrom: 'internships@example.org', region: 'eu-central-1' };
const settingsWith = (context: Record<string, string>) =>
  settingsOf({ tryGetContext: (name: string) => context[name] });

describe('settings of a deployment', () => {
  it('need a stage and a sender, and choose the rest', () => {
    expect(settingsWith(least)).toMatchObject({ search: 'embedded', site: 'cloudfront', keeps: false });
    expect(settingsWith({ ...least, stage: 'prod', alarmMail: 'operator@example.org' })).toMatchObject({
      search: 'domain',
      keeps: true,
    });
    expect(
      settingsWith({
        ...least,
        region: 'cn-north-1',
        issuer: 'https://id.example.cn',
        audience: 'a',
        clientId: 'web',
      }),
    ).toMatchObject({ site: 'api' });
  });

  it.each<[string, Record<string, string>, string]>([
    ['a stage that does not exist', { ...least, stage: 'staging' }, 'stage'],
    ['no stage', { mailFrom: 'a@example.org' }, 'stage'],
    ['no sender', { stage: 'dev' }, 'mailFrom'],
    ['a domain name without its certificate', { ...least, domainName: 'a.example' }, 'certificateArn'],
    [
      'a certificate that is none',
      { ...least, domainName: 'a.example', certificateArn: 'arn:aws:iam::1:x' },
      'certificateArn',
    ],
    [
      'a certificate without a domain name',
      { ...least, certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/x' },
      'certificateArn',
    ],
    [
      'an issuer without its audience',
      { ...least, issuer: 'https://id.example', clientId: 'web' },
      'audience',
    ],
    ['an issuer in the clear', { ...least, issuer: 'http://id.example' }, 'issuer'],
    ['a client of no issuer', { ...least, clientId: 'web' }, 'clientId'],
    ['production with nobody to tell', { ...least, stage: 'prod' }, 'alarmMail'],
    ['a budget with nobody to tell', { ...least, monthlyBudget: '100' }, 'alarmMail'],
    [
      'a budget that is no number',
      { ...least, monthlyBudget: 'much', alarmMail: 'a@b.example' },
      'monthlyBudget',
    ],
    ['mainland China without an issuer', { ...least, region: 'cn-north-1' }, 'issuer'],
    [
      'a distribution in mainland China',
      {
        ...least,
        region: 'cn-northwest-1',
        site: 'cloudfront',
        issuer: 'https://id.example.cn',
        audience: 'a',
        clientId: 'web',
      },
      'site',
    ],
    [
      'a firewall with nothing before which it could stand',
      { ...least, rateLimit: '2000', site: 'api' },
      'rateLimit',
    ],
    ['a scanner that is not known', { ...least, scan: 'clamav' }, 'scan'],
    ['a rate limit that shuts out everybody', { ...least, rateLimit: '5' }, 'rateLimit'],
  ])('name what is wrong with %s', (_, context, named) => {
    expect(() => settingsWith(context)).toThrow(SettingsRefused);
    expect(() => settingsWith(context)).toThrow(new RegExp(`^  ${named} `, 'm'));
  });
});
