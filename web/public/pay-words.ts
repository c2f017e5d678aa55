import type { Formats } from '../i18n/format.ts';
import type { Say } from '../i18n/use-lang.tsx';
import type { PostingContent } from './posting-content.ts';

type Pay = NonNullable<PostingContent['pay']>;

/** `¥5,700 a month`, or that it is unpaid and why. */
export const payWords = (pay: Pay, t: Say<'posting'>, f: Formats): string =>
  pay.kind === 'paid'
    ? t(`pay.${pay.period}`, { amount: f.money(pay.amount, pay.currency) })
    : t('facts.unpaid', { reason: pay.reason });
