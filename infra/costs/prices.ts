import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const Price = z.object({
  price: z.number().positive(),
  of: z.string(),
  source: z.string(),
  read: z.iso.date(),
  /** Read from a page of AWS itself. */
  confirmed: z.boolean(),
});
const priceNames = [
  'dynamoDbMillionReadUnits',
  'dynamoDbMillionWriteUnits',
  'dynamoDbReadUnitHour',
  'dynamoDbWriteUnitHour',
  'dynamoDbGigabyteMonth',
  'dynamoDbBackupGigabyteMonth',
  'lambdaMillionRequests',
  'lambdaGigabyteSecond',
  'httpApiMillionRequests',
  'cloudFrontGigabyte',
  'cloudFrontTenThousandRequests',
  'sqsMillionRequests',
  's3GigabyteMonth',
  's3ThousandPuts',
  'sesThousandLetters',
  'openSearchSmallHour',
  'openSearchMediumHour',
  'openSearchLargeHour',
  'openSearchGigabyteMonth',
] as const;
const PriceList = z.object({
  region: z.string(),
  currency: z.string(),
  note: z.string(),
  prices: z.record(z.enum(priceNames), Price),
});
export type PriceList = z.infer<typeof PriceList>;

/** What AWS asks for, with where and when it was read: all of it stands in `prices.json`. */
export const priceList: PriceList = PriceList.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'prices.json'), 'utf8')),
);
