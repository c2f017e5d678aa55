import facts from './places.json' with { type: 'json' };
import { tidy } from './cell.ts';
import { countryNamed, saysAny, workModeNamed } from './vocabulary.ts';

/** What a list of places lets one guess; a part that is absent could not be guessed. */
export interface Places {
  /** ISO 3166-1 alpha-2, sorted; empty: anywhere. */
  countries?: string[];
  workMode?: 'remote' | 'hybrid' | 'on_site';
}

const key = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const regions = new Map<string, string>();
for (const [code, name] of Object.entries(facts.states)) regions.set(key(code), 'US').set(key(name), 'US');
for (const [code, name] of Object.entries(facts.provinces)) regions.set(key(code), 'CA').set(key(name), 'CA');
const cities = new Map(
  Object.entries(facts.cities).flatMap(([code, names]) => names.map((name) => [key(name), code])),
);

/** The country of `Chicago, IL`, `Toronto, ON, Canada`, `London` or `Texas`; Georgia alone could be two. */
const countryOf = (place: string): string | undefined => {
  const parts = place
    .split(/[,，]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  if (parts.length > 1) return regions.get(key(last)) ?? countryNamed(last) ?? regionAtEnd(last);
  const [region, country] = [regions.get(key(last)), countryNamed(last)];
  if (region !== undefined && country !== undefined && region !== country) return undefined;
  return cities.get(key(last)) ?? country ?? region ?? (/^us$/i.test(last) ? 'US' : undefined);
};
/** `Austin, TX US`, `Beaverton, Oregon US`. */
const regionAtEnd = (text: string): string | undefined =>
  /\b(USA?|United States)$/.test(text) ? 'US' : undefined;

const modeWord = /\b(remote|hybrid|on-?site|in person)\b|远程|线上|混合|线下|现场|坐班/iu;

/**
 * Guesses from a cell of places. Countries only when every place is understood, since a posting is closed to whoever
 * lives in a country that its list lacks; the work mode only when all places say the same one.
 */
export const guessPlaces = (cell: string): Places => {
  const entries = cell
    .split(/[;；|\n、/]|\s+or\s+/u)
    .map(tidy)
    .filter((entry) => entry !== '');
  const modes = new Set<string | undefined>();
  const countries = new Set<string>();
  let [anywhere, understood] = [false, true];
  for (const entry of entries) {
    const word = modeWord.exec(entry)?.[0];
    const mode = word === undefined ? undefined : workModeNamed(word);
    modes.add(mode);
    const place = tidy(
      entry
        .replace(modeWord, '')
        .replaceAll(/[()（）]/g, ' ')
        .trim()
        .replace(/^(in|from)\s+/i, ''),
    );
    if (place === '' && mode === 'remote') anywhere = true;
    else if (saysAny(place)) anywhere = true;
    else {
      const country = countryOf(place);
      if (country === undefined) understood = false;
      else countries.add(country);
    }
  }
  const [mode] = modes;
  return {
    ...(entries.length > 0 && understood && { countries: anywhere ? [] : [...countries].toSorted() }),
    ...(modes.size === 1 && isMode(mode) && { workMode: mode }),
  };
};
const isMode = (mode: string | undefined): mode is NonNullable<Places['workMode']> =>
  mode === 'remote' || mode === 'hybrid' || mode === 'on_site';
