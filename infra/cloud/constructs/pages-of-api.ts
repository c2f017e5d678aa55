import { Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { SiteConfig } from '../../../functions/pages/config.ts';
import { Handler } from './handler.ts';

/** The pages served by a function of the API, where there is no distribution to serve them. */
export class PagesOfApi extends Construct {
  readonly handler: Handler;

  constructor(
    scope: Construct,
    id: string,
    props: { keeps: boolean; pages: string; config: SiteConfig; otherOrigins: readonly string[] },
  ) {
    super(scope, id);
    const { keeps, pages, config, otherOrigins } = props;
    this.handler = new Handler(this, 'Handler', {
      entry: 'pages',
      keeps,
      memoryMb: 512,
      timeout: Duration.seconds(10),
      environment: {
        SITE_CONFIG: Stack.of(this).toJsonString(config),
        OTHER_ORIGINS: otherOrigins.join(' '),
      },
      files: { web: pages },
    });
  }
}
