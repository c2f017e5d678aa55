import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  FeaturePlan,
  LambdaVersion,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
  UserPoolEmail,
  UserPoolGroup,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { type IGrantable, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { cognitoGroups } from '../../../functions/identity/cognito-groups.ts';
import type { Settings } from '../settings.ts';
import { Handler } from './handler.ts';

/** What web, API and gateway have to know of an issuer. */
export interface Issuer {
  readonly kind: 'oidc' | 'cognito';
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  /** Origins that the pages talk to when somebody signs in. */
  readonly origins: readonly string[];
}

export const authorizerOf = ({ issuer, audience }: Issuer): IHttpRouteAuthorizer =>
  new HttpJwtAuthorizer('Issuer', issuer, { jwtAudience: [audience] });

/** The issuer that the operator named. */
export const ownIssuer = (settings: Settings): Issuer | undefined => {
  const { issuer, audience, clientId } = settings;
  return issuer !== undefined && audience !== undefined && clientId !== undefined
    ? { kind: 'oidc', issuer, audience, clientId, origins: [new URL(issuer).origin] }
    : undefined;
};

/**
 * A Cognito user pool: students sign themselves up with a verified address; recruiters and coordinators are invited by
 * an operator and put into a group, from which their tokens take the role. A coordinator without a second factor gets no
 * token of that role.
 */
export class UserDirectory extends Construct {
  readonly pool: UserPool;
  /** Origins that the pages talk to when somebody signs in. */
  readonly origins: readonly string[];

  constructor(scope: Construct, id: string, { keeps, mailFrom }: { keeps: boolean; mailFrom: string }) {
    super(scope, id);
    const tokens = new Handler(this, 'Tokens', {
      entry: 'tokens',
      keeps,
      memoryMb: 256,
      // Cognito waits five seconds.
      timeout: Duration.seconds(5),
      environment: {},
    });
    this.pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: true,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      keepOriginal: { email: true },
      standardAttributes: {
        email: { required: true, mutable: true },
        fullname: { required: true, mutable: true },
        locale: { required: false, mutable: true },
      },
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      email: UserPoolEmail.withSES({ fromEmail: mailFrom, sesRegion: Stack.of(this).region }),
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true, email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: keeps,
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, tokens, LambdaVersion.V2_0);
    // A policy of its own: the pool needs the function first, and the function's own policy would need the pool.
    new Policy(this, 'SeesSecondFactors', {
      roles: tokens.role ? [tokens.role] : [],
      statements: [
        new PolicyStatement({ actions: ['cognito-idp:AdminGetUser'], resources: [this.pool.userPoolArn] }),
      ],
    });
    for (const groupName of Object.values(cognitoGroups))
      new UserPoolGroup(this, `${groupName}Group`, { userPool: this.pool, groupName });
    const domain = this.pool.addDomain('Login', {
      // Unique among all of a region: the stack's own id makes it so.
      cognitoDomain: { domainPrefix: `${Stack.of(this).stackName}-${Stack.of(this).account}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.origins = [`https://${this.#host}`, domain.baseUrl()];
  }

  /** The web as a client of the directory. */
  clientOf(site: string): Issuer {
    const client: UserPoolClient = this.pool.addClient('Web', {
      generateSecret: false,
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
        callbackUrls: [`${site}/signin/callback`],
        logoutUrls: [`${site}/`],
      },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
      enableTokenRevocation: true,
      preventUserExistenceErrors: true,
    });
    // Without a branding of its own a client's managed pages stay closed.
    new CfnManagedLoginBranding(this, 'Branding', {
      userPoolId: this.pool.userPoolId,
      clientId: client.userPoolClientId,
      useCognitoProvidedValues: true,
    });
    return {
      kind: 'cognito',
      issuer: `https://${this.#host}/${this.pool.userPoolId}`,
      // Cognito's access tokens name their client and no audience: the gateway compares this with either.
      audience: client.userPoolClientId,
      clientId: client.userPoolClientId,
      origins: this.origins,
    };
  }

  /** To take out the account of somebody who asks for it. */
  grantRemove(grantee: IGrantable): void {
    this.#grant(grantee, 'cognito-idp:AdminDeleteUser');
  }
  /** To see whether a coordinator is the last. */
  grantList(grantee: IGrantable): void {
    this.#grant(grantee, 'cognito-idp:ListUsersInGroup');
  }
  #grant(grantee: IGrantable, action: string): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: [action], resources: [this.pool.userPoolArn] }),
    );
  }

  get #host(): string {
    const { region, urlSuffix } = Stack.of(this);
    return `cognito-idp.${region}.${urlSuffix}`;
  }
}
