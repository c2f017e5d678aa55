import { optionsOf, wholeNumber } from '../command-line.ts';
import { progressOn } from '../local/cycle/progress.ts';
import { anyPort } from '../local/services/ports.ts';
import { ServiceUnavailable } from '../local/services/service.ts';
import { startService } from '../local/services/start.ts';
import { measure } from './measure.ts';
import { priceList } from './prices.ts';
import { linesOf } from './report.ts';

/** `npm run costs`: plays a small cycle on a DynamoDB Local of its own, and reckons what larger ones cost in the cloud. */
const { values } = optionsOf(
  'Usage: npm run costs -- [--sizes 1000,20000,100000,1000000] [--students 30] [--postings 6]',
  {
    options: {
      sizes: { type: 'string', default: '1000,20000,100000,1000000' },
      students: { type: 'string', default: '30' },
      postings: { type: 'string', default: '6' },
    },
  },
);
const sizes = values.sizes.split(',').map((size) => wholeNumber('--sizes', size, [1]));
const played = {
  students: wholeNumber('--students', values.students, [1]),
  postings: wholeNumber('--postings', values.postings, [1]),
};

try {
  const service = await startService('dynamo-db', await anyPort('dynamo-db'));
  try {
    const measured = await measure(service.url, played, progressOn(process.stderr));
    for (const line of linesOf(priceList, measured, sizes)) console.log(line);
  } finally {
    await service.stop();
  }
} catch (error) {
  console.error(error instanceof ServiceUnavailable ? error.message : error);
  process.exitCode = 1;
}
