import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { SettingsRefused, settingNames } from '../cloud/settings.ts';
import { inOneLine } from './refusal.ts';

const Written = z.record(z.string(), z.union([z.string(), z.number().transform(String)]));
export type Given = Readonly<Record<string, string>>;

/** Every setting as an option of a command, by its own name: `--mailFrom internships@example.org`. */
export const settingOptions = Object.fromEntries(
  settingNames.map((name) => [name, { type: 'string' } as const]),
);

const writtenIn = async (file: string): Promise<Given> => {
  const refuse = (why: string): SettingsRefused => new SettingsRefused(`The settings in ${file} ${why}`);
  const content = await readFile(file, 'utf8').catch((error: unknown) => {
    throw refuse(`cannot be read: ${inOneLine(error)}`);
  });
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    throw refuse(`are not JSON: ${inOneLine(error)}`);
  }
  const { data, error } = Written.safeParse(json);
  if (error) throw refuse('must be one object of names with texts or numbers.');
  const unknown = Object.keys(data).filter((name) => !settingNames.includes(name));
  if (unknown.length > 0) throw refuse(`name ${unknown.join(', ')}. There are: ${settingNames.join(', ')}.`);
  return data;
};

/** What was chosen: in a file, and by options, which count more. Throws `SettingsRefused`. */
export const givenSettings = async (
  file: string | undefined,
  options: Readonly<Record<string, unknown>>,
): Promise<Given> => {
  const typed = settingNames.flatMap((name) => {
    const value = options[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...(file !== undefined && (await writtenIn(file))), ...Object.fromEntries(typed) };
};
