import * as z from 'zod';
import { connect } from '../../functions/search/open-search/connection.ts';
import { namesWith } from '../../functions/search/open-search/indexes.ts';
import { openDynamoDbTable } from '../../functions/table/dynamo-db/dynamo-db.ts';
import { Stage, stackNameOf } from '../cloud/settings.ts';
import { argumentsOf } from './arguments.ts';
import { directoryIn, type Directory } from './people/directory.ts';
import { invite, removeAccount } from './people/invite.ts';
import { regionOf } from './place.ts';
import { OperatorRefused } from './refusal.ts';
import { domainState } from './search/domain.ts';
import { searchStatus } from './search/status.ts';
import { type DeployedStack, findStack } from './stack.ts';

const usage = `Usage
  npm run ops -- search status                           how the search domain is, and whether it is up with the record;
                                                         reads every posting and student once
  npm run ops -- invite coordinator EMAIL --name NAME    gives somebody an account of that role and sends an invitation;
  npm run ops -- invite company EMAIL --name NAME        --again sends it once more
  npm run ops -- invite referrer EMAIL --name NAME
  npm run ops -- remove EMAIL                            takes an account away
All of them: --stage dev|prod, and --region unless AWS_REGION or the profile names one.`;

const config = {
  allowPositionals: true,
  options: {
    stage: { type: 'string' },
    region: { type: 'string' },
    name: { type: 'string' },
    again: { type: 'boolean', default: false },
  },
} as const;

const Address = z.string().trim().toLowerCase().pipe(z.email());

const addressIn = (text: string | undefined): string => {
  const { data } = Address.safeParse(text);
  if (data === undefined)
    throw new OperatorRefused(`${text ?? 'Nothing'} is not an e-mail address.\n\n${usage}`);
  return data;
};

const stackOf = async (named: string | undefined, region: string): Promise<DeployedStack> => {
  const stage = Stage.safeParse(named).data;
  if (stage === undefined) throw new OperatorRefused(`--stage must be ${Stage.options.join(' or ')}.`);
  const stack = await findStack(stackNameOf(stage), region);
  if (stack === undefined) throw new OperatorRefused(`There is no ${stackNameOf(stage)} in ${region}.`);
  return stack;
};

const asDirectory = async (
  { name, outputs }: DeployedStack,
  region: string,
  work: (directory: Directory) => Promise<string>,
): Promise<number> => {
  const id = outputs.get('UserPoolId');
  if (id === undefined)
    throw new OperatorRefused(
      `${name} takes its people from an issuer of its own: give them their role there.`,
    );
  const directory = directoryIn({ id, region });
  try {
    console.log(await work(directory));
    return 0;
  } finally {
    directory.close();
  }
};

const showSearch = async ({ name, outputs }: DeployedStack, region: string): Promise<number> => {
  const [domainName, endpoint, table] = ['SearchDomainName', 'SearchEndpoint', 'TableName'].map((one) =>
    outputs.get(one),
  );
  if (domainName === undefined || endpoint === undefined || table === undefined) {
    console.log(`${name} searches inside its functions: there is no domain to look at.`);
    return 0;
  }
  const record = openDynamoDbTable({ table, region });
  const connection = connect(endpoint, { signedFor: region });
  try {
    const domain = await domainState(domainName, region);
    const { lines, isWell } = await searchStatus({ domain, table: record, connection, names: namesWith('') });
    for (const line of lines) console.log(line);
    return isWell ? 0 : 1;
  } finally {
    record.close();
    await connection.close();
  }
};

/** Answers the exit code. */
const run = async (): Promise<number> => {
  const { values, positionals } = argumentsOf(config, usage);
  const [command, first, second] = positionals;
  if (command === 'search' && first === 'status') {
    const region = await regionOf(values.region);
    return showSearch(await stackOf(values.stage, region), region);
  }
  if (command === 'invite' && (first === 'coordinator' || first === 'company' || first === 'referrer')) {
    const email = addressIn(second);
    const { name, again } = values;
    if (name === undefined || name.trim() === '')
      throw new OperatorRefused('--name is needed: how the person is called.');
    const region = await regionOf(values.region);
    return asDirectory(await stackOf(values.stage, region), region, (directory) =>
      invite(directory, { role: first, email, name, again }),
    );
  }
  if (command === 'remove') {
    const email = addressIn(first);
    const region = await regionOf(values.region);
    return asDirectory(await stackOf(values.stage, region), region, (directory) =>
      removeAccount(directory, email),
    );
  }
  throw new OperatorRefused(usage);
};

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof OperatorRefused ? error.message : error);
  process.exitCode = 2;
}
