import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import type { SiteConfig } from '../../../functions/pages/config.ts';
import { listings, readablePages } from '../../../functions/pages/readable.ts';
import { contentSecurityLine, scriptsIn } from '../../../functions/pages/security.ts';

/** A path is a page's unless it names a file: the application routes it. */
const pageOfPath = `function handler(event) {
  var request = event.request;
  if (request.uri.split('/').pop().indexOf('.') === -1) request.uri = '/index.html';
  return request;
}`;

/** A document is in one language: that of the address, else the first of the reader's that there is. */
const langOfReader = `function handler(event) {
  var request = event.request;
  var accepted = request.headers['accept-language'];
  var known = /(?:^|,)\\s*(zh|en)/i.exec(accepted ? accepted.value : '');
  if (!request.querystring.lang) request.querystring.lang = { value: known ? known[1].toLowerCase() : 'en' };
  return request;
}`;

/** The static frontend: a private bucket behind a distribution that sends /v1 to the API, so that there is one origin. */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  readonly #pages: string;

  constructor(
    scope: Construct,
    id: string,
    props: {
      keeps: boolean;
      apiHost: string;
      otherOrigins: readonly string[];
      /** The folder of the built pages. */
      pages: string;
      accessLogs: Bucket;
      domain?: { name: string; certificate: ICertificate };
      webAclArn?: string;
    },
  ) {
    super(scope, id);
    this.#pages = props.pages;
    const { keeps, apiHost, otherOrigins, pages, accessLogs, domain, webAclArn } = props;
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      autoDeleteObjects: !keeps,
      serverAccessLogsBucket: accessLogs,
      serverAccessLogsPrefix: 'site-bucket/',
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const origin = new HttpOrigin(apiHost);
    const responseHeadersPolicy = this.#headers({
      scripts: scriptsIn(readFileSync(join(pages, 'index.html'), 'utf8')),
      otherOrigins,
    });
    const documents = {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy,
      // The function says for how long: the site would not notice a posting that is new for half a minute.
      cachePolicy: new CachePolicy(this, 'Documents', {
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.minutes(1),
        queryStringBehavior: CacheQueryStringBehavior.all(),
        enableAcceptEncodingBrotli: true,
        enableAcceptEncodingGzip: true,
      }),
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new EdgeFunction(this, 'LangOfReader', {
            code: FunctionCode.fromInline(langOfReader),
            runtime: FunctionRuntime.JS_2_0,
          }),
        },
      ],
    };
    const documentPaths = [...readablePages, ...listings].map((path) => path.replace(/:\w+/, '*'));
    this.distribution = new Distribution(this, 'Distribution', {
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(domain && { domainNames: [domain.name], certificate: domain.certificate }),
      ...(webAclArn !== undefined && { webAclId: webAclArn }),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      logBucket: accessLogs,
      logFilePrefix: 'site/',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'PageOfPath', {
              code: FunctionCode.fromInline(pageOfPath),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: {
        ...Object.fromEntries(documentPaths.map((path) => [path, documents])),
        '/v1/*': {
          origin,
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
  }

  /** Puts the built pages and what they have to know of this deployment into the bucket. */
  publish(config: SiteConfig): void {
    const into = { destinationBucket: this.bucket, prune: false };
    // Assets stay: a page that was opened before still asks for its own.
    new BucketDeployment(this, 'Assets', {
      ...into,
      sources: [Source.asset(this.#pages, { exclude: ['index.html', 'sw.js', 'plain', 'plain/*'] })],
      cacheControl: [CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    new BucketDeployment(this, 'Pages', {
      ...into,
      sources: [
        Source.asset(this.#pages, { exclude: ['assets', 'assets/*', 'plain', 'plain/*'] }),
        Source.jsonData('config.json', config),
      ],
      cacheControl: [CacheControl.noCache()],
      distribution: this.distribution,
      distributionPaths: ['/index.html', '/sw.js', '/config.json'],
    });
  }

  #headers(allowed: Parameters<typeof contentSecurityLine>[0]): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'Headers', {
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: contentSecurityLine(allowed),
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }
}
