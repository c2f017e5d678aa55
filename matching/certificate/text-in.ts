import type { CertificateText } from './file.ts';

export type Fields = Readonly<Record<string, unknown>>;
export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
const bilingual = (value: unknown): { zh?: string | undefined; en?: string | undefined } =>
  isObject(value) ? { zh: text(value['zh']), en: text(value['en']) } : {};

/** The known parts of a certificate; undefined when one that each has is missing. */
export const textIn = (value: Fields): CertificateText | undefined => {
  const { holder, hoursAWeek, company, posting, programme } = value;
  const [code, from, to] = [text(value['code']), text(value['from']), text(value['to'])];
  const [site, issuedAt] = [text(value['site']), text(value['issuedAt'])];
  if (!isObject(holder) || !isObject(hoursAWeek)) return undefined;
  const [min, max] = [number(hoursAWeek['min']), number(hoursAWeek['max'])];
  if (code === undefined || from === undefined || to === undefined) return undefined;
  if (site === undefined || issuedAt === undefined || min === undefined || max === undefined)
    return undefined;
  return {
    code,
    holder: { chinese: text(holder['chinese']), passport: text(holder['passport']) },
    company: bilingual(company),
    posting: bilingual(posting),
    from,
    to,
    hoursAWeek: { min, max },
    programme: bilingual(programme),
    site,
    issuedAt,
  };
};
