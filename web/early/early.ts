import { langOfReader } from '../i18n/lang.ts';
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
const whole = async (answer: Response): Promise<Response> => new Response(await answer.blob(), answer);

const ask = (answers: Map<string, Promise<Response>>): void => {
  const headers = { accept: 'application/json', ...(known && { authorization: `Bearer ${known}` }) };
  const send = (question: string): Promise<Response> => {
    const url = `/v1${question}`;
    const answer = answers.get(url) ?? fetch(url, { headers }).then(whole);
    // Whoever asks for it hears of what went wrong.
    answer.catch(() => undefined);
    answers.set(url, answer);
    return answer;
  };
  const own = firstQuestions.find((one) => match(one.path, path) !== undefined);
  const id = path.split('/').at(-1) ?? '';
  const shared = known === undefined ? ['/cycles/current'] : roleQuestions[path.split('/')[1] ?? ''];
  const questions = (own?.ask ?? shared ?? ['/me', '/cycles/current']).map((one) => one.replace('{id}', id));
  if (known !== undefined && !questions.includes('/me')) questions.push('/me');
  for (const question of questions) if (!question.includes('{')) void send(question);
  for (const { place, in: where, idOf } of named) {
    const about = questions.filter((one) => one.includes(place));
    const askAbout = async (): Promise<void> => {
      const answer = await answers.get(`/v1${where}`);
      const found = answer?.ok === true ? idOf(await answer.clone().json()) : undefined;
      // Once the page is shown it asks for itself.
      if (found === undefined || window.early !== answers) return;
      for (const one of about) void send(one.replace(place, found));
    };
    if (about.length > 0) askAbout().catch(() => undefined);
  }
};

const needsSignIn = /^\/(student|company|coordinator|referrer)(\/|$)/.test(path);
if (window.early === undefined) {
  const answers = new Map<string, Promise<Response>>();
  window.early = answers;
  // A search of one's own is asked by the page, which knows what its address means.
  if (location.search === '' && (known !== undefined || !needsSignIn)) ask(answers);
  const files = parts.find(([pattern]) => match(pattern, path) !== undefined)?.slice(1) ?? [];
  bring([...files, ...(known === undefined ? [] : (parts.find(([name]) => name === '')?.slice(1) ?? []))]);
}
