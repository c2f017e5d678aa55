import { CloudFormationClient, CreateStackCommand } from '@aws-sdk/client-cloudformation';
import {
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  AdminListGroupsForUserCommand,
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  ListUsersCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cognitoAccounts } from '../../../functions/identity/cognito-accounts.ts';
import { cognitoGroups } from '../../../functions/identity/cognito-groups.ts';
import { runEntry } from '../../support/command.ts';
import { motoUrl, startAccount } from '../../support/moto/account.ts';
import { stackWith } from '../../support/moto/stack.ts';

const moto = motoUrl();
const region = 'eu-west-1';

describe.skipIf(moto === undefined)('npm run ops -- invite, remove', () => {
  let account: Awaited<ReturnType<typeof startAccount>>;
  let cognito: CognitoIdentityProviderClient;
  let UserPoolId: string;

  beforeAll(async () => {
    account = await startAccount(moto ?? '');
    cognito = new CognitoIdentityProviderClient(account.clientIn(region));
    const { UserPool } = await cognito.send(
      new CreateUserPoolCommand({ PoolName: 'people', UsernameAttributes: ['email'] }),
    );
    UserPoolId = UserPool?.Id ?? '';
    for (const GroupName of Object.values(cognitoGroups))
      await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName }));
    const stacks = new CloudFormationClient(account.clientIn(region));
    await stacks.send(new CreateStackCommand(stackWith('marketplace-dev', { UserPoolId })));
    await stacks.send(new CreateStackCommand(stackWith('marketplace-prod', {})));
  });
  afterAll(() => account.stop());

  const ops = (...args: string[]) =>
    runEntry('infra/operate/ops.ts', ['--stage', 'dev', '--region', region, ...args], account.environment);
  const usersOf = async (email: string) =>
    (await cognito.send(new ListUsersCommand({ UserPoolId, Filter: `email = "${email}"` }))).Users ?? [];
  const groupsOf = async (Username: string) =>
    (await cognito.send(new AdminListGroupsForUserCommand({ UserPoolId, Username }))).Groups?.map(
      ({ GroupName }) => GroupName,
    );

  it('makes a coordinator with a second factor, who is so before the role is given', async () => {
    account.asked.length = 0;
    const { code, said } = await ops('invite', 'coordinator', 'Shen@District.example', '--name', '沈清扬');
    expect(said).toBe(
      'shen@district.example is a coordinator now, and has been sent an invitation for seven days.\n',
    );
    expect(code).toBe(0);
    const [user, ...more] = await usersOf('shen@district.example');
    expect(more).toEqual([]);
    expect(user?.UserStatus).toBe('FORCE_CHANGE_PASSWORD');
    expect(user?.Attributes).toEqual(
      expect.arrayContaining([
        { Name: 'name', Value: '沈清扬' },
        { Name: 'email_verified', Value: 'true' },
      ]),
    );
    expect(await groupsOf('shen@district.example')).toEqual(['coordinators']);
    expect(account.secondFactors.get('shen@district.example')).toEqual(['EMAIL_OTP']);
    const order = account.asked.filter((name) => /^Admin(SetUserMFA|AddUser)/.test(name));
    expect(order).toEqual(['AdminSetUserMFAPreference', 'AdminAddUserToGroup']);
  });

  it('does nothing twice, and sends the letter again only when asked to', async () => {
    const once = await ops('invite', 'coordinator', 'shen@district.example', '--name', '沈清扬');
    expect(once.said).toContain('was invited before: --again sends a new invitation');
    expect(await usersOf('shen@district.example')).toHaveLength(1);
    account.asked.length = 0;
    const again = await ops('invite', 'coordinator', 'shen@district.example', '--name', '沈清扬', '--again');
    expect(again.said).toContain('has been sent a new invitation');
    expect(account.asked).toContain('AdminCreateUser');
    expect([once.code, again.code]).toEqual([0, 0]);
  });

  it('gives a recruiter the role of a company, without a second factor', async () => {
    await ops('invite', 'company', 'hr@wutong.example', '--name', 'Zhou');
    expect(await groupsOf('hr@wutong.example')).toEqual(['companies']);
    expect(account.secondFactors.has('hr@wutong.example')).toBe(false);
  });

  it('gives the role to somebody who has a confirmed account, and keeps it', async () => {
    const Username = 'old@student.example';
    await cognito.send(new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }));
    await cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId,
        Username,
        Password: 'A-long-Summer-26',
        Permanent: true,
      }),
    );
    const { said } = await ops('invite', 'company', Username, '--name', 'Old');
    expect(said).toBe('old@student.example had an account, and is a company.\n');
  });

  it('refuses a second role, and an account that somebody made with an address that was never confirmed', async () => {
    const second = await ops('invite', 'coordinator', 'hr@wutong.example', '--name', 'Zhou');
    expect(second.said).toContain('hr@wutong.example is in the group companies already');
    expect(await groupsOf('hr@wutong.example')).toEqual(['companies']);
    const { UserPoolClient } = await cognito.send(
      new CreateUserPoolClientCommand({ UserPoolId, ClientName: 'web' }),
    );
    await cognito.send(
      new SignUpCommand({
        ClientId: UserPoolClient?.ClientId,
        Username: 'chief@district.example',
        Password: 'Known-to-another-1',
        UserAttributes: [{ Name: 'email', Value: 'chief@district.example' }],
      }),
    );
    const planted = await ops('invite', 'coordinator', 'chief@district.example', '--name', 'Chief');
    expect(planted.said).toContain('did not confirm the address. Remove that account first.');
    expect(await groupsOf('chief@district.example')).toEqual([]);
    expect([second.code, planted.code]).toEqual([2, 2]);
  });

  it('removes an account, and says so when there is none', async () => {
    expect((await ops('remove', 'chief@district.example')).said).toContain('has no account any more');
    expect(await usersOf('chief@district.example')).toEqual([]);
    const gone = await ops('remove', 'chief@district.example');
    expect(gone).toEqual({ code: 0, said: 'There is no account of chief@district.example.\n' });
  });

  it('lets the product take out the account of who asks for it, by the subject of the tokens', async () => {
    const Username = 'leaver@student.example';
    const { User } = await cognito.send(
      new AdminCreateUserCommand({ UserPoolId, Username, MessageAction: 'SUPPRESS' }),
    );
    const subject = User?.Attributes?.find(({ Name }) => Name === 'sub')?.Value ?? '';
    const accounts = cognitoAccounts(cognito, UserPoolId);
    await accounts.remove({ subject, email: Username });
    expect(await usersOf(Username)).toEqual([]);
    await accounts.remove({ subject, email: Username });
  });

  it.each([
    ['an option that is none', ['remove', 'a@b.example', '--stag', 'dev'], "Unknown option '--stag'"],
    ['no address', ['invite', 'company', 'wutong', '--name', 'Zhou'], 'wutong is not an e-mail address'],
    ['no name', ['invite', 'company', 'a@b.example'], '--name is needed'],
    ['a role that is none', ['invite', 'student', 'a@b.example', '--name', 'A'], 'Usage'],
    [
      'an issuer of its own',
      ['remove', 'a@b.example', '--stage', 'prod'],
      'takes its people from an issuer of its own',
    ],
    [
      'a stage that is not there',
      ['remove', 'a@b.example', '--region', 'sa-east-1'],
      'There is no marketplace-dev in sa-east-1',
    ],
    [
      'a stage that does not exist',
      ['remove', 'a@b.example', '--stage', 'qa'],
      '--stage must be dev or prod',
    ],
  ])('names %s', async (_, args, named) => {
    const { code, said } = await ops(...args);
    expect(said).toContain(named);
    expect(code).toBe(2);
  });
});
