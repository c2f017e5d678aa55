import { SettingsRefused, settingsOf, stackNameOf } from '../cloud/settings.ts';
import { argumentsOf } from './arguments.ts';
import { givenSettings, settingOptions } from './given.ts';
import { regionOf } from './place.ts';
import { preflight } from './preflight/preflight.ts';
import { findingOfStack } from './preflight/stack-state.ts';
import { linesOf } from './preflight/finding.ts';
import { OperatorRefused } from './refusal.ts';
import { findStack } from './stack.ts';
import { runTool } from './run-tool.ts';

const usage = `Usage
  npm run deploy -- --stage dev --mailFrom internships@example.org …
      looks whether everything is there, deploys, then asks the deployment whether it works
  npm run deploy -- --settings FILE           the same with settings from a JSON file: {"stage": "dev", …};
                                              options count more than the file
  npm run deploy -- … --preflight             only looks, and changes nothing
  npm run deploy -- … --yes                   asks nobody before rights change, for machines
What can be set stands in infra/cloud/settings.ts.
Exit code: 0 all is well · 1 something is missing, nothing was changed · 2 the command or its settings are wrong ·
           3 the deployment failed · 4 it was deployed, and does not work as it should`;

const code = { missing: 1, usage: 2, notDeployed: 3, notWorking: 4 } as const;
const say = (line: string): void => console.log(line);

/** Answers the exit code. */
const run = async (): Promise<number> => {
  const options = {
    ...settingOptions,
    settings: { type: 'string' },
    preflight: { type: 'boolean', default: false },
    yes: { type: 'boolean', default: false },
  } as const;
  const { values } = argumentsOf({ options }, usage);
  const given = await givenSettings(values.settings, values);
  const region = await regionOf(given.region);
  const chosen: Record<string, string> = { ...given, region };
  const settings = settingsOf({ tryGetContext: (name: string) => chosen[name] });

  say(`Before ${stackNameOf(settings.stage)} in ${region}:`);
  if (!(await preflight(settings, region, say))) {
    say('Something is missing. Nothing was changed.');
    return code.missing;
  }
  if (values.preflight) return 0;

  const name = stackNameOf(settings.stage);
  const context = Object.entries(chosen).flatMap(([key, value]) => ['--context', `${key}=${value}`]);
  const approval = values.yes ? ['--require-approval', 'never'] : [];
  if ((await runTool('cdk', ['deploy', name, ...context, ...approval])) !== 0) {
    for (const line of linesOf('Stack', findingOfStack(await findStack(name, region), name, region)))
      say(line);
    return code.notDeployed;
  }
  const site = (await findStack(name, region))?.outputs.get('SiteUrl');
  if (site === undefined) {
    say(`${name} was deployed, and does not say where its site is.`);
    return code.notWorking;
  }
  return (await runTool('npm', ['run', '--silent', 'smoke', '--', site])) === 0 ? 0 : code.notWorking;
};

try {
  process.exitCode = await run();
} catch (error) {
  const isTold = error instanceof SettingsRefused || error instanceof OperatorRefused;
  console.error(isTold ? error.message : error);
  process.exitCode = isTold ? code.usage : code.notDeployed;
}
