import { RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { printPath, publicRoutes } from './routes.ts';

/** Who asked what and how it ended, without query, claims or address: nothing here tells of a person. */
const accessLine = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    at: AccessLogField.contextRequestTime(),
    route: '$context.routeKey',
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
    latencyMs: AccessLogField.contextResponseLatency(),
    integrationError: AccessLogField.contextIntegrationErrorMessage(),
    authorizerError: AccessLogField.contextAuthorizerError(),
  }),
);

/** The HTTP API. Every route asks for a token but those that `functions/access.ts` opens to anyone. */
export class Api extends Construct {
  readonly http: HttpApi;

  constructor(
    scope: Construct,
    id: string,
    props: { keeps: boolean; domain?: { name: string; certificate: ICertificate } },
  ) {
    super(scope, id);
    const { keeps, domain } = props;
    this.http = new HttpApi(this, 'Http', { createDefaultStage: false });
    const accessLog = new LogGroup(this, 'AccessLog', {
      retention: keeps ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK,
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.http,
      ...(domain && {
        domainMapping: {
          domainName: new DomainName(this, 'Domain', {
            domainName: domain.name,
            certificate: domain.certificate,
          }),
        },
      }),
      stageName: '$default',
      autoDeploy: true,
      // Results day: every student of a large cycle looks within minutes.
      throttle: { rateLimit: 1000, burstLimit: 2000 },
      accessLogSettings: { destination: new LogGroupLogDestination(accessLog), format: accessLine },
    });
  }

  /** The host name of the API itself, before any domain name of one's own. */
  get host(): string {
    return `${this.http.apiId}.execute-api.${this.http.env.region}.${this.http.stack.urlSuffix}`;
  }

  /** Sends every request below /v1 to a function. */
  answeredBy(handler: IFunction, authorizer: IHttpRouteAuthorizer): void {
    const integration = new HttpLambdaIntegration('Answers', handler);
    this.http.addRoutes({ path: '/v1/{proxy+}', methods: [HttpMethod.ANY], integration, authorizer });
    for (const { method, path } of publicRoutes)
      this.http.addRoutes({ path, methods: [method], integration, authorizer: new HttpNoneAuthorizer() });
  }

  /** Sends requests for a certificate's print to the function that has the typefaces. */
  printedBy(handler: IFunction, authorizer: IHttpRouteAuthorizer): void {
    this.http.addRoutes({
      path: printPath,
      methods: [HttpMethod.GET],
      integration: new HttpLambdaIntegration('Print', handler),
      authorizer,
    });
  }

  /** Sends all other requests to the function that serves the pages. */
  pagesFrom(handler: IFunction): void {
    this.http.addRoutes({
      path: '/{proxy+}',
      methods: [HttpMethod.GET, HttpMethod.HEAD],
      integration: new HttpLambdaIntegration('Pages', handler),
      authorizer: new HttpNoneAuthorizer(),
    });
    this.http.addRoutes({
      path: '/',
      methods: [HttpMethod.GET, HttpMethod.HEAD],
      integration: new HttpLambdaIntegration('FrontPage', handler),
      authorizer: new HttpNoneAuthorizer(),
    });
  }
}
