import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import { recordFormat } from '../../functions/table/format.ts';
import { Answers } from './constructs/answers.ts';
import { Api } from './constructs/api.ts';
import { Documents } from './constructs/documents.ts';
import { Events } from './constructs/events.ts';
import { authorizerOf, ownIssuer, UserDirectory } from './constructs/identity.ts';
import { Sender } from './constructs/mail.ts';
import { MalwareScan } from './constructs/malware-scan.ts';
import { PagesOfApi } from './constructs/pages-of-api.ts';
import { Print } from './constructs/print.ts';
import { MarketRecord } from './constructs/record.ts';
import { SearchDomain } from './constructs/search.ts';
import { Site } from './constructs/site.ts';
import { Watch } from './constructs/watch.ts';
import type { Settings } from './settings.ts';

/** The whole product in one account and region. */
export class MarketplaceStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & {
      settings: Settings;
      /** The folder of the built pages. */
      site: string;
      /** A firewall before the distribution. */
      webAclArn?: string;
    },
  ) {
    const { settings, site: pages, webAclArn, ...stackProps } = props;
    const { stage, keeps, domainName, certificateArn } = settings;
    super(scope, id, { ...stackProps, terminationProtection: keeps });
    const domain =
      domainName !== undefined && certificateArn !== undefined
        ? {
            name: domainName,
            certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
          }
        : undefined;

    const accessLogs = new Bucket(this, 'AccessLogs', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // The distribution writes its log by access list.
      objectOwnership: ObjectOwnership.OBJECT_WRITER,
      autoDeleteObjects: !keeps,
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      // An address is personal: it stays only as long as somebody may have to look into an attack.
      lifecycleRules: [{ expiration: Duration.days(30) }],
    });
    const record = new MarketRecord(this, 'Record', { keeps });
    const documents = new Documents(this, 'Documents', { keeps, accessLogs });
    const search = settings.search === 'domain' ? new SearchDomain(this, 'Search', { keeps }) : undefined;
    const sender = new Sender(this, 'Sender', { from: settings.mailFrom });
    const cursorSecret = new Secret(this, 'CursorSecret', {
      description: 'Signs where pages of lists end; a new one makes open lists begin anew.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });

    const certificateSecret = new Secret(this, 'CertificateSecret', {
      description:
        'Certificates are signed from it; a new value is a new key, and what the old one signed stays valid.',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });

    const own = ownIssuer(settings);
    const directory = own
      ? undefined
      : new UserDirectory(this, 'Users', { keeps, mailFrom: settings.mailFrom });
    const api = new Api(this, 'Api', { keeps, ...(settings.site === 'api' && domain && { domain }) });
    // Where pages talk to besides their own address.
    const otherOrigins = [...(own?.origins ?? directory?.origins ?? []), documents.origin];
    const site =
      settings.site === 'cloudfront'
        ? new Site(this, 'Site', {
            keeps,
            apiHost: api.host,
            otherOrigins,
            pages,
            accessLogs,
            ...(domain && { domain }),
            ...(webAclArn !== undefined && { webAclArn }),
          })
        : undefined;
    const siteUrl = `https://${domain?.name ?? site?.distribution.distributionDomainName ?? api.host}`;
    const issuer = own ?? directory?.clientOf(siteUrl);
    if (issuer === undefined) throw new Error('There is neither an issuer nor a directory.');

    const environment = {
      TABLE_NAME: record.table.tableName,
      DOCUMENT_BUCKET: documents.bucket.bucketName,
      ...(search && { SEARCH_ENDPOINT: search.endpoint }),
      OIDC_KIND: issuer.kind,
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: issuer.audience,
      ...(directory && { USER_POOL_ID: directory.pool.userPoolId }),
      ...(settings.tokenType && { OIDC_TOKEN_TYPE: settings.tokenType }),
      ...(settings.roleClaim !== undefined && { OIDC_ROLE_CLAIM: settings.roleClaim }),
      SITE_URL: siteUrl,
      MAIL_FROM: sender.from,
    };
    const events = new Events(this, 'Events', {
      keeps,
      record,
      environment,
      certificateSecret: certificateSecret.secretArn,
      followsSearch: search !== undefined,
    });
    const withQueues = {
      ...environment,
      JOB_QUEUE_URL: events.jobQueue.queueUrl,
      DELIVERY_QUEUE_URL: events.deliveryQueue.queueUrl,
    };
    const answers = new Answers(this, 'Answers', {
      keeps,
      environment: {
        ...withQueues,
        CURSOR_SECRET_ARN: cursorSecret.secretArn,
        ...(settings.scan && { SCAN: settings.scan }),
      },
    });
    const print = new Print(this, 'Print', { keeps, environment: withQueues });
    // Who may reach what: each function that to which its work takes it.
    for (const handler of [answers.handler, ...events.handlers]) record.grantReadWrite(handler);
    record.grantRead(print.handler);
    cursorSecret.grantRead(answers.handler);
    directory?.grantRemove(events.jobs);
    for (const handler of [answers.handler, events.clock]) directory?.grantList(handler);
    certificateSecret.grantRead(events.recordChanges);
    for (const handler of [answers.handler, events.jobs]) documents.grantReadWrite(handler);
    if (settings.scan) {
      new MalwareScan(this, 'MalwareScan', { bucket: documents.bucket });
      documents.grantReadScan(answers.handler);
    }
    for (const handler of [answers.handler, events.clock])
      if (search) search.grantSearch(handler);
      else {
        record.grantFollow(handler);
        documents.grantReadWrite(handler);
      }
    if (events.searchChanges) search?.grantFollow(events.searchChanges);
    for (const handler of [answers.handler, events.recordChanges, events.clock, events.jobs])
      sender.grantSend(handler);
    for (const handler of [events.recordChanges, events.jobs]) events.jobQueue.grantSendMessages(handler);
    for (const handler of [events.recordChanges, events.deliveries])
      events.deliveryQueue.grantSendMessages(handler);

    const authorizer = authorizerOf(issuer);
    api.answeredBy(answers.live, authorizer);
    api.printedBy(print.handler, authorizer);
    const config = {
      issuer: issuer.issuer,
      clientId: issuer.clientId,
      ...(issuer.kind === 'oidc' ? { audience: issuer.audience } : { signOutParameter: 'logout_uri' }),
    };
    site?.publish(config);
    api.pagesFrom(new PagesOfApi(this, 'Pages', { keeps, pages, config, siteUrl, otherOrigins }).handler);

    const watch = new Watch(this, 'Watch', {
      stage,
      http: api.http,
      answers: answers.handler,
      events,
      ...(search && { search }),
      ...(settings.alarmMail !== undefined && { alarmMail: settings.alarmMail }),
      ...(settings.monthlyBudget !== undefined && { monthlyBudget: settings.monthlyBudget }),
    });
    if (keeps) answers.shiftGradually(watch.alarmsOfRequests);

    const outputs = {
      SiteUrl: siteUrl,
      TableName: record.table.tableName,
      RecordFormat: String(recordFormat),
      DocumentBucket: documents.bucket.bucketName,
      JobQueueUrl: events.jobQueue.queueUrl,
      ...(search && { SearchDomainName: search.domain.domainName, SearchEndpoint: search.endpoint }),
      ...(directory && { UserPoolId: directory.pool.userPoolId }),
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
