import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { acknowledgeFindings } from './acknowledged.ts';
import { Firewall } from './firewall.ts';
import { firewallStackOf, settingsOf, stackNameOf } from './settings.ts';
import { MarketplaceStack } from './stack.ts';

/**
 * The stacks that an app's context asks for, held to the rules of cdk-nag. `site` is the folder of the built pages.
 * @throws SettingsRefused when the context does not describe a deployment
 */
export const describeDeployment = (app: App, site: string): MarketplaceStack => {
  const settings = settingsOf(app.node);
  const { stage, region, rateLimit } = settings;
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const env = { ...(region !== undefined && { region }), ...(account !== undefined && { account }) };
  const behind = firewallStackOf(stage);
  const firewall =
    rateLimit === undefined
      ? undefined
      : new Firewall(app, behind.name, { rateLimit, env: { ...env, region: behind.region } });
  const stack = new MarketplaceStack(app, stackNameOf(stage), {
    settings,
    site,
    env,
    ...(firewall && { webAclArn: firewall.webAclArn, crossRegionReferences: true }),
  });
  acknowledgeFindings(stack);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return stack;
};
