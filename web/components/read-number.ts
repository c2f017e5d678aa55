/** What a reader of numbers has against other texts, as the server would say it. */
export const noNumber = 'must be a number, such as 20';

/** With commas between thousands or none; a comma elsewhere may be meant as a decimal point, so it is not guessed at. */
const written = /^[+-]?(?=\.?\d)(\d{1,3}(,\d{3})+|\d*)(\.\d*)?$/;

/** The number that was typed, also in the full width of Chinese keyboards: undefined for nothing, NaN for no number. */
export function readNumber(typed: string): number | undefined {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return undefined;
  return written.test(text) ? Number(text.replaceAll(',', '')) : Number.NaN;
}
