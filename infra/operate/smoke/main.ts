import { argumentsOf } from '../arguments.ts';
import { inOneLine, OperatorRefused } from '../refusal.ts';
import { fromInside } from './inside.ts';
import type { Look } from './look.ts';
import { fromOutside } from './outside.ts';
import { smokeCast } from './people.ts';
import { playAndRemove } from './play.ts';

const usage = `Usage
  npm run smoke -- https://site                  asks a deployment what anyone can ask
  npm run smoke -- https://site --people FILE    … and what people with accounts can; removes again what it writes.
      FILE, or SMOKE_PEOPLE itself: {"coordinators": [{"email": …, "token": …}], "companies": […], "students": […]}
  npm run smoke -- http://localhost:8080 --demo  the same with the demo accounts of a local server
  … --play 8                                     also plays a whole cycle of 8 students, removes it and all who came for it,
                                                 and counts that nothing stayed; only while no cycle is under way
Exit code: 0 all is well · 1 something is wrong · 2 the command is wrong`;

const looked = async ({ look }: Look): Promise<string | undefined> => {
  try {
    return await look();
  } catch (error) {
    return inOneLine(error);
  }
};

/** Asks one after the other and says what each came to. Answers how many were wrong. */
const lookAt = async (looks: readonly Look[]): Promise<number> => {
  let wrong = 0;
  for (const look of looks) {
    const fault = await looked(look);
    console.log(fault === undefined ? `ok    ${look.name}` : `WRONG ${look.name}: ${fault}`);
    if (fault !== undefined) wrong += 1;
  }
  return wrong;
};

/** Answers the exit code. */
const run = async (): Promise<number> => {
  const options = {
    people: { type: 'string' },
    demo: { type: 'boolean', default: false },
    play: { type: 'string' },
  } as const;
  const { values, positionals } = argumentsOf({ allowPositionals: true, options }, usage);
  const site = URL.parse(positionals[0] ?? '');
  if (site === null) throw new OperatorRefused(usage);
  const students = values.play === undefined ? undefined : Number(values.play);
  if (students !== undefined && !(Number.isInteger(students) && students >= 2))
    throw new OperatorRefused('--play must be a number of students from 2.');
  const cast = await smokeCast(site.origin, { file: values.people, demo: values.demo });
  if (cast === undefined && students !== undefined)
    throw new OperatorRefused('--play needs people: name them with --people, or --demo on a local server.');

  let wrong = await lookAt(fromOutside(site.origin));
  if (cast === undefined)
    console.log('look  Nobody is named who could sign in (--people): only what anyone sees was asked.');
  else {
    wrong += await lookAt(await fromInside(cast));
    if (students !== undefined) wrong += (await playAndRemove(site.origin, cast, students)).length;
  }
  console.log(wrong === 0 ? `${site.origin} works.` : `${wrong} things are wrong at ${site.origin}.`);
  return wrong === 0 ? 0 : 1;
};

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof OperatorRefused ? error.message : error);
  process.exitCode = error instanceof OperatorRefused ? 2 : 1;
}
