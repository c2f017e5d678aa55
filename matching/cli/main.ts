import { parseArgs } from 'node:util';
import {
  compareCommand,
  explainCommand,
  matchCommand,
  nextRoundCommand,
  type Output,
  verifyCommand,
} from './commands.ts';
import { printable } from './printable.ts';

const usage = `Usage
  match INSTANCE [--proposing students|postings]   print the result
  verify INSTANCE RESULT                           check a result; exit code 1 and every fault when it is wrong
  explain INSTANCE RESULT STUDENT [--lang zh|en]   say why a student got what they got
  next-round INSTANCE RESULT [DECLINED]            print the instance of a supplementary round
  compare INSTANCE OTHER                           print who moves where between two instances' results
Files are JSON. Exit code 2: the input is not what it must be.`;

const output: Output = {
  out: process.stdout,
  // only where someone watches, and out of the way of the answer
  note: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  },
};

async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      proposing: { type: 'string', default: 'students' },
      lang: { type: 'string', default: 'en' },
    },
  });
  const { proposing, lang } = values;
  if (proposing !== 'students' && proposing !== 'postings')
    throw new RangeError('--proposing: students or postings');
  if (lang !== 'zh' && lang !== 'en') throw new RangeError('--lang: zh or en');
  const [command, first, second, third] = positionals;
  if (first !== undefined) {
    if (command === 'match') return matchCommand(first, proposing, output);
    if (second !== undefined) {
      if (command === 'verify') return verifyCommand(first, second, output);
      if (command === 'compare') return compareCommand(first, second, output);
      if (command === 'next-round')
        return nextRoundCommand({ instance: first, result: second, declined: third }, output);
      if (command === 'explain' && third !== undefined) {
        return explainCommand({ instance: first, result: second }, { student: third, lang }, output);
      }
    }
  }
  throw new RangeError(usage);
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${printable(error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 2;
} finally {
  output.note('');
}
