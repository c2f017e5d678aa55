import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Ends the command with a sentence: a stack trace tells nobody what to type. */
export const refuse = (sentence: string): never => {
  console.error(sentence);
  process.exit(2);
};

/** What a command was asked. One that is asked for something else ends, and says how it is used. */
export const optionsOf = <T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> => {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')))
      throw error;
    return refuse(`${error.message.split('. ', 1).join('')}.\n${usage}`);
  }
};

/** A whole number that was written as text. */
export const wholeNumber = (name: string, text: string, [from, to = Infinity]: [number, number?]): number => {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= from && value <= to) return value;
  return refuse(
    `${name} must be a whole number from ${from}${to === Infinity ? '' : ` to ${to}`}, and is ${JSON.stringify(text)}.`,
  );
};

/** The port in PORT, or the usual one. */
export const portAsked = (): number => wholeNumber('PORT', process.env.PORT ?? '8080', [0, 65_535]);
