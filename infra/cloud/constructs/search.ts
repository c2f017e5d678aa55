import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EbsDeviceVolumeType } from 'aws-cdk-lib/aws-ec2';
import {
  AccountRootPrincipal,
  type IGrantable,
  PolicyStatement,
  ServicePrincipal,
} from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Domain, EngineVersion, TLSSecurityPolicy } from 'aws-cdk-lib/aws-opensearchservice';
import { Construct } from 'constructs';

/** A managed OpenSearch domain that only signed requests of this account's functions reach. */
export class SearchDomain extends Construct {
  readonly domain: Domain;

  constructor(scope: Construct, id: string, { keeps }: { keeps: boolean }) {
    super(scope, id);
    this.domain = new Domain(this, 'Domain', {
      version: EngineVersion.OPENSEARCH_3_5,
      // Two zones with a replica each; dedicated masters, which vote when one zone is gone, pay from there on.
      capacity: keeps
        ? {
            dataNodes: 2,
            dataNodeInstanceType: 'm7g.medium.search',
            masterNodes: 3,
            masterNodeInstanceType: 'm7g.medium.search',
            multiAzWithStandbyEnabled: false,
          }
        : { dataNodes: 1, dataNodeInstanceType: 't3.small.search', multiAzWithStandbyEnabled: false },
      ...(keeps && { zoneAwareness: { availabilityZoneCount: 2 } }),
      ebs: { volumeSize: 10, volumeType: EbsDeviceVolumeType.GP3 },
      encryptionAtRest: { enabled: true },
      nodeToNodeEncryption: true,
      enforceHttps: true,
      tlsSecurityPolicy: TLSSecurityPolicy.TLS_1_2_PFS,
      // Whoever asks signs as a role of this account, and each role's own policy says for what.
      accessPolicies: [
        new PolicyStatement({
          principals: [new AccountRootPrincipal()],
          actions: ['es:ESHttp*'],
          resources: [Stack.of(this).formatArn({ service: 'es', resource: 'domain', resourceName: '*' })],
        }),
      ],
      // Slow lines name plans, which hold what a profile says: only the domain's own errors are kept.
      logging: { appLogEnabled: true, appLogGroup: this.#log(keeps) },
      suppressLogsResourcePolicy: true,
      removalPolicy: keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  get endpoint(): string {
    return `https://${this.domain.domainEndpoint}`;
  }

  /** Answers of searches. */
  grantSearch(grantee: IGrantable): void {
    this.#grant(grantee, 'es:ESHttpPost', '*/_search');
  }

  /** Documents that follow the record. Building and swapping indexes are an operator's. */
  grantFollow(grantee: IGrantable): void {
    this.#grant(grantee, 'es:ESHttpPost', '_bulk');
  }

  #grant(grantee: IGrantable, action: string, path: string): void {
    grantee.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({ actions: [action], resources: [`${this.domain.domainArn}/${path}`] }),
    );
  }

  #log(keeps: boolean): LogGroup {
    const log = new LogGroup(this, 'Log', {
      retention: keeps ? RetentionDays.THREE_MONTHS : RetentionDays.ONE_WEEK,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    log.grantWrite(new ServicePrincipal('es.amazonaws.com'));
    return log;
  }
}
