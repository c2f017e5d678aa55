/** Text that a terminal shows as it stands: an id from outside may hold signs that command it. */
export function printable(text: string): string {
  return text.replaceAll(
    /[^\P{C}\n\u200d]|[\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
