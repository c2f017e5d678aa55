import { html } from 'hono/html';
import type { Role } from '../identity.ts';
import type { Frame, Html } from './layout.ts';
import { layout, typedIn } from './layout.ts';
import type { Words } from './words.ts';
import { wordsIn } from './words.ts';

export interface DemoAccount {
  email: string;
  name: string;
  role: Role;
  password: string;
}

type FieldName = 'email' | 'password' | 'name' | 'role';

export interface FormProblem {
  field: FieldName;
  words: keyof Words;
}

/** What was typed before, never the password. */
export interface Typed {
  email?: string;
  name?: string;
  role?: string;
}

const summary = (words: Words, problems: readonly FormProblem[]): Html | '' =>
  problems.length === 0
    ? ''
    : html`<div class="summary" role="alert">
        <h2>${words.problem}</h2>
        <ul>
          ${problems.map((problem) => html`<li><a href="#${problem.field}">${words[problem.words]}</a></li>`)}
        </ul>
      </div>`;

interface InputField {
  name: Exclude<FieldName, 'role'>;
  type: 'email' | 'password' | 'text';
  autocomplete: string;
  value?: string | undefined;
  hint?: keyof Words;
}

function inputField(words: Words, problems: readonly FormProblem[], input: InputField): Html {
  const problem = problems.find(({ field }) => field === input.name);
  const described = [input.hint && `${input.name}-hint`, problem && `${input.name}-reason`].filter(Boolean);
  return html`<div class="field">
    <label for="${input.name}">${words[input.name]}</label>
    ${input.hint && html`<p class="hint" id="${input.name}-hint">${words[input.hint]}</p>`}
    ${problem && html`<p class="reason" id="${input.name}-reason">${words[problem.words]}</p>`}
    <input
      id="${input.name}"
      name="${input.name}"
      type="${input.type}"
      autocomplete="${input.autocomplete}"
      value="${input.value ?? ''}"
      required
      ${problem && html`aria-invalid="true"`}
      ${described.length > 0 && html`aria-describedby="${described.join(' ')}"`}
    />
  </div>`;
}

const demoButtons = (words: Words, action: string, accounts: readonly DemoAccount[]): Html | '' =>
  accounts.length === 0
    ? ''
    : html`<section>
        <h2>${words.demo}</h2>
        <p class="hint">${words.demoHint}</p>
        ${accounts.map(
          ({ email, name, role }) =>
            html`<form method="post" action="${action}">
              <input type="hidden" name="demo" value="${email}" />
              <button type="submit">${words[role]}: ${name} <small>${email}</small></button>
            </form>`,
        )}
      </section>`;

/** Where the forms of one sign-in go. */
export interface FormPaths {
  signIn: string;
  signUp: string;
  cancel: string;
}

const cancelForm = (words: Words, paths: FormPaths): Html =>
  html`<form method="post" action="${paths.cancel}"><button type="submit">${words.back}</button></form>`;

export function signInPage(
  frame: Frame,
  paths: FormPaths,
  state: { typed: Typed; problems: readonly FormProblem[]; demoAccounts: readonly DemoAccount[] },
): Html {
  const words = wordsIn[frame.lang];
  const { typed, problems, demoAccounts } = state;
  return layout(
    frame,
    words.signIn,
    html`${summary(words, problems)}
      <form id="${typedIn}" method="post" action="${paths.signIn}" novalidate>
        ${inputField(words, problems, { name: 'email', type: 'email', autocomplete: 'username', value: typed.email })}
        ${inputField(words, problems, { name: 'password', type: 'password', autocomplete: 'current-password' })}
        <button class="main" type="submit">${words.signIn}</button>
      </form>
      ${cancelForm(words, paths)}
      <p>${words.noAccount} <a href="${paths.signUp}">${words.signUp}</a></p>
      ${demoButtons(words, paths.signIn, demoAccounts)}`,
    problems.length > 0,
  );
}

function roleField(words: Words, problems: readonly FormProblem[], chosen: string | undefined): Html {
  const problem = problems.find(({ field }) => field === 'role');
  return html`<fieldset ${problem && html`aria-describedby="role-reason"`}>
    <legend>${words.role}</legend>
    ${problem && html`<p class="reason" id="role-reason">${words[problem.words]}</p>`}
    ${(['student', 'company', 'referrer'] as const).map(
      (role, at) =>
        html`<label class="choice">
          <input
            type="radio"
            name="role"
            value="${role}"
            ${at === 0 && html`id="role"`}
            ${chosen === role && html`checked`}
          />
          ${words[role]}
        </label>`,
    )}
  </fieldset>`;
}

export function signUpPage(
  frame: Frame,
  paths: FormPaths,
  state: { typed: Typed; problems: readonly FormProblem[] },
): Html {
  const words = wordsIn[frame.lang];
  const { typed, problems } = state;
  const password = {
    name: 'password',
    type: 'password',
    autocomplete: 'new-password',
    hint: 'passwordHint',
  } as const;
  return layout(
    frame,
    words.signUp,
    html`${summary(words, problems)}
      <form id="${typedIn}" method="post" action="${paths.signUp}" novalidate>
        ${roleField(words, problems, typed.role)}
        ${inputField(words, problems, { name: 'name', type: 'text', autocomplete: 'name', value: typed.name })}
        ${inputField(words, problems, { name: 'email', type: 'email', autocomplete: 'email', value: typed.email })}
        ${inputField(words, problems, password)}
        <button class="main" type="submit">${words.signUp}</button>
      </form>
      ${cancelForm(words, paths)}
      <p>${words.haveAccount} <a href="${paths.signIn}">${words.signIn}</a></p>`,
    problems.length > 0,
  );
}
