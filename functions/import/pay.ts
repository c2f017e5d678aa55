import type * as z from 'zod';
import type { Pay } from '../values.ts';
import { amountOf, amountPattern } from './amount.ts';
import { type Read, tidy, wrong } from './cell.ts';
import { currencyNamed, payPeriodNamed, saysUnpaid } from './vocabulary.ts';

const pattern = new RegExp(
  `^([^\\d\\s/]*)\\s*(${amountPattern})\\s*(k|万)?\\s*([^\\d\\s/]*?)\\s*(?:(?:/|每|per |an? |\\s)\\s*(.+))?$`,
  'i',
);
const unpaid = /^(unpaid|no pay|无薪酬?|无报酬)\s*[:：,，;；(（—–-]?\s*(.*?)[)）]?$/iu;

/**
 * Pay from its amount, currency and period. The amount's cell may hold all three (`¥200/天`, `USD 25 per hour`);
 * columns of their own win over it.
 */
export const readPay = (cell: {
  payAmount: string;
  payCurrency: string;
  payPeriod: string;
}): Read<z.input<typeof Pay> | undefined> => {
  const text = tidy(cell.payAmount).normalize('NFKC');
  if (text === '') return { value: undefined };
  const reason = unpaid.exec(text)?.[2];
  if (reason !== undefined && reason !== '') return { value: { kind: 'unpaid', reason } };
  if (saysUnpaid(text)) return wrong('says unpaid without a reason; write it like unpaid: academic credit');
  const [, before = '', digits, scale, after = '', rest = ''] = pattern.exec(text) ?? [];
  if (digits === undefined) return wrong('is not one amount; write it like CNY 4000 per month');
  const currency =
    cell.payCurrency === ''
      ? (currencyNamed(before) ?? currencyNamed(after))
      : (currencyNamed(cell.payCurrency) ?? /^[A-Z]{3}$/.exec(cell.payCurrency)?.[0]);
  if (currency === undefined)
    return wrong('has no currency that is understood; write it like CNY 4000 per month');
  const period = payPeriodNamed(cell.payPeriod === '' ? rest || after : cell.payPeriod);
  if (!isPeriod(period))
    return wrong(
      'does not say for which time; write hour, day, week, month or total, like CNY 4000 per month',
    );
  return { value: { kind: 'paid', amount: amountOf(digits, scale), currency, period } };
};

const periods = ['hour', 'day', 'week', 'month', 'total'] as const;
const isPeriod = (period: string | undefined): period is (typeof periods)[number] =>
  periods.some((known) => known === period);
