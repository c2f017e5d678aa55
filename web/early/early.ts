import { langOfReader } from '../i18n/lang.ts';
import type { Early, EarlyAnswers } from './answers.ts';
import { readToken } from '../session/stored.ts';
import { match } from '../shell/route.ts';
import { firstQuestions, named, roleQuestions } from './questions.ts';

/**
 * Runs before everything else, while the site's script is on its way: asks for the files that the page of this address
 * needs and for the answers that it will want, so that a slow line is waited for once and not once after the other.
 */

/** The parts of a page by its path, in turn: files of scripts, then `*` for each file of sentences. */
const parts: readonly (readonly [path: string, ...files: string[]])[] = JSON.parse(
  document.getElementById('parts')?.textContent ?? '[]',
);

const token = readToken(sessionStorage);
const known = token !== undefined && token.expiresAt > Date.now() ? token.token : undefined;
const lang = langOfReader();
const path = location.pathname.replace(/\/+$/, '') || '/';

const bring = (files: readonly string[]): void => {
  for (const file of files) {
    const link = document.createElement('link');
    link.rel = 'modulepreload';
    link.href = `/assets/${file.replace('*', lang)}`;
    document.head.append(link);
  }
};

/** An answer that nobody reads would keep its line busy. */
const whole = async (answer: Response): Promise<Early> => ({ text: await answer.text(), init: answer });

/** What the page asks first, `{…}` where an answer names it. */
const questionsOf = (): string[] => {
  const needsSignIn = /^\/(student|company|coordinator|referrer)(\/|$)/.test(path);
  // A search of one's own is asked by the page, which knows what its address means.
  if (location.search !== '' || (known === undefined && needsSignIn)) return [];
  const own = firstQuestions.find((one) => match(one.path, path) !== undefined);
  const id = path.split('/').at(-1) ?? '';
  const shared = known === undefined ? ['/cycles/current'] : roleQuestions[path.split('/')[1] ?? ''];
  const questions = (own?.ask ?? shared ?? ['/me', '/cycles/current']).map((one) => one.replace('{id}', id));
  return known === undefined || questions.includes('/me') ? questions : [...questions, '/me'];
};

const filesOf = (): string[] => {
  const own = parts.find(([pattern]) => match(pattern, path) !== undefined)?.slice(1) ?? [];
  const signedIn = parts.find(([name]) => name === '')?.slice(1) ?? [];
  return known === undefined ? own : [...own, ...signedIn];
};

const begin = (): void => {
  const answers: EarlyAnswers = new Map();
  window.early = answers;
  const questions = questionsOf();
  const headers = { accept: 'application/json', ...(known && { authorization: `Bearer ${known}` }) };
  const send = (question: string): void => {
    const url = `/v1${question}`;
    if (answers.has(url)) return;
    const answer = fetch(url, { headers }).then(whole);
    // Whoever asks for it hears of what went wrong.
    answer.catch(() => undefined);
    answers.set(url, answer);
  };
  // A browser asks a server few things at a time: first what others wait for, then what takes time to run.
  for (const { place, in: where, idOf } of named) {
    const about = questions.filter((one) => one.includes(place));
    const askAbout = async (): Promise<void> => {
      send(where);
      const answer = await answers.get(`/v1${where}`);
      const found = answer && idOf(JSON.parse(answer.text));
      // Once the page is shown it asks for itself.
      if (found === undefined || window.early !== answers) return;
      for (const one of about) send(one.replace(place, found));
    };
    if (about.length > 0) askAbout().catch(() => undefined);
  }
  bring(filesOf());
  for (const question of questions) if (!question.includes('{')) send(question);
};

// A document may have brought answers along.
if (window.early === undefined) begin();
