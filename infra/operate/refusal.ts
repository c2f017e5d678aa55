/** An error of AWS as one line: its name, and what it says up to the first line's end. */
export const inOneLine = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const [first = ''] = error.message.split('\n', 1);
  return first === '' || first === error.name ? error.name : `${error.name}: ${first}`;
};

/** Something stands in the way that the operator can mend; the message says how. */
export class OperatorRefused extends Error {
  override name = 'OperatorRefused';
}
