import { giveableUp } from '../../functions/company/kinds.ts';
import type { Me } from '../session/use-session.tsx';

/** Whether whoever alone acts for a company may leave it without anybody. */
export const mayBeGivenUp = ({ state }: Pick<NonNullable<Me['company']>, 'state'>): boolean =>
  giveableUp.some((one) => one === state);
