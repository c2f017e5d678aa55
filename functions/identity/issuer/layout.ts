import { html } from 'hono/html';
import type { Lang, Words } from './words.ts';
import { wordsIn } from './words.ts';

/** Escaped HTML, or a promise of it. */
export type Html = ReturnType<typeof html>;

/** What every page of the issuer needs to know. */
export interface Frame {
  lang: Lang;
  /** Path below which the issuer's own pages and files are, e.g. `/oidc`. */
  base: string;
  /** The site to which a lost reader goes back. */
  home: string;
  /** The same page in the other language, where it can be asked for again: takes along what is typed in `typedIn`. */
  otherLang?: string;
}

/** The form whose fields a change of language takes along. */
export const typedIn = 'typed';

/**
 * Asks for the page again with what is typed. Enter in a field presses the first button of its form: as this one stands
 * above it, another that nobody sees goes before.
 */
const languageButton = (frame: Frame, words: Words): Html | '' =>
  frame.otherLang === undefined
    ? ''
    : html`<button form="${typedIn}" class="unseen" tabindex="-1" aria-hidden="true"></button>
        <button
          form="${typedIn}"
          formaction="${frame.otherLang}"
          name="again"
          value="yes"
          lang="${frame.lang === 'zh' ? 'en' : 'zh-Hans'}"
        >
          ${words.otherLang}
        </button>`;

/** A page with one heading. With `failed` its title, which a screen reader says first, starts with the word for error. */
export function layout(frame: Frame, title: string, content: Html, failed = false): Html {
  const words = wordsIn[frame.lang];
  return html`<!doctype html>
    <html lang="${words.htmlLang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${failed ? words.errorTitle : ''}${title} – ${words.product}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${frame.base}/pages.css" />
      </head>
      <body>
        <header>
          <span>${words.product}</span>
          ${languageButton(frame, words)}
        </header>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** A page that says one thing and leads back to the site. */
export const messagePage = (frame: Frame, title: keyof Words, help?: keyof Words): Html => {
  const words = wordsIn[frame.lang];
  return layout(
    frame,
    words[title],
    html`${help && html`<p>${words[help]}</p>`}
      <p><a href="${frame.home}">${words.back}</a></p>`,
  );
};

/**
 * Asks whether to sign out. With `atOnce`, when the site has proven by an ID token that the reader asked for it,
 * the answer is pressed by itself where scripts run. `form` is the provider's own, already safe.
 */
export const signOutPage = (frame: Frame, form: Html, atOnce: boolean): Html => {
  const words = wordsIn[frame.lang];
  return layout(
    frame,
    words.signOutQuestion,
    html`${form}
      <button class="main" type="submit" form="op.logoutForm" name="logout" value="yes" id="sign-out">
        ${words.signOut}
      </button>
      <button type="submit" form="op.logoutForm">${words.stay}</button>
      ${atOnce && html`<script src="${frame.base}/sign-out.js"></script>`}`,
  );
};
