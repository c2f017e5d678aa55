import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { SiteConfig } from '../../../functions/pages/config.ts';
import { Handler } from './handler.ts';

/** The public pages written as documents by a function of the API, and every page where there is no distribution. */
export class PagesOfApi extends Construct {
  readonly handler: Handler;

  constructor(
    scope: Construct,
    id: string,
    props: {
      keeps: boolean;
      pages: string;
      config: SiteConfig;
      siteUrl: string;
      otherOrigins: readonly string[];
    },
  ) {
    super(scope, id);
    const { keeps, pages, config, siteUrl, otherOrigins } = props;
    this.handler = new Handler(this, 'Handler', {
      entry: 'pages',
      keeps,
      memoryMb: 512,
      timeout: Duration.seconds(10),
      environment: {
        SITE_CONFIG: Stack.of(this).toJsonString(config),
        SITE_URL: siteUrl,
        OTHER_ORIGINS: otherOrigins.join(' '),
      },
      files: { web: pages },
    });
  }
}
