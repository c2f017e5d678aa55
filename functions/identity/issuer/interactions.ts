import { readFileSync } from 'node:fs';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { InteractionResult, Provider } from 'oidc-provider';
import { errors } from 'oidc-provider';
import * as z from 'zod';
import type { Account, Accounts } from '../accounts.ts';
import { Email } from '../accounts.ts';
import type { Attempts } from '../attempts.ts';
import { DomainError } from '../../errors.ts';
import type { DemoAccount, FormPaths, FormProblem, Typed } from './forms.ts';
import { signInPage, signUpPage } from './forms.ts';
import type { Frame, Html } from './layout.ts';
import { messagePage } from './layout.ts';
import type { Words } from './words.ts';
import { chooseLang } from './words.ts';

type Env = { Bindings: HttpBindings };

export interface InteractionDeps {
  provider: Provider;
  accounts: Accounts;
  attempts: Attempts;
  demoAccounts: readonly DemoAccount[];
  /** Path at which the issuer is mounted, e.g. `/oidc`. */
  base: string;
  home: string;
}

const SignInForm = z.object({
  email: z.string().default(''),
  password: z.string().default(''),
  demo: z.string().optional(),
  /** Shown again, in another language. */
  again: z.string().optional(),
});
const SignUpForm = z.object({
  role: z.string().default(''),
  name: z.string().default(''),
  email: z.string().default(''),
  password: z.string().default(''),
  /** Shown again, in another language. */
  again: z.string().optional(),
});

const styles = readFileSync(new URL('./pages.css', import.meta.url), 'utf8');
const signOutAtOnce = "document.getElementById('sign-out')?.click();\n";

/** The form as sent; one that is no form is the sender's fault (400), one too large keeps its own status. */
const fieldsOf = async (c: Context<Env>) => {
  try {
    return await c.req.parseBody();
  } catch (error) {
    if (error instanceof HTTPException) throw error;
    throw new HTTPException(400, { cause: error });
  }
};

const problemsOf = (error: DomainError): FormProblem[] => {
  if (error.code === 'email_taken') return [{ field: 'email', words: 'emailTaken' }];
  const fields = (['role', 'name', 'email', 'password'] as const).filter((field) =>
    error.fields.some(({ pointer }) => pointer === `/${field}`),
  );
  return fields.map((field) => ({ field, words: `${field}Wrong` as const satisfies keyof Words }));
};

/** The issuer's own pages: sign in, sign up, and the files they need. */
export function interactionPages(deps: InteractionDeps): Hono<Env> {
  const { provider, accounts, attempts, demoAccounts, base, home } = deps;

  const details = (c: Context<Env>) => provider.interactionDetails(c.env.incoming, c.env.outgoing);
  const finish = async (c: Context<Env>, result: InteractionResult) =>
    c.redirect(await provider.interactionResult(c.env.incoming, c.env.outgoing, result), 303);
  const signedIn = (c: Context<Env>, { subject }: Account) => finish(c, { login: { accountId: subject } });

  /** The frame and the forms' paths; reading the details first refuses a page whose sign-in is over. */
  const pageOf = async (c: Context<Env>): Promise<{ frame: Frame; paths: FormPaths }> => {
    const { uid, params } = await details(c);
    const asked = c.req.query('lang');
    const uiLocales = typeof params.ui_locales === 'string' ? params.ui_locales : undefined;
    const lang = chooseLang(asked, uiLocales, c.req.header('accept-language'));
    const path = `${base}/interaction/${uid}`;
    const query = asked === undefined ? '' : `?lang=${lang}`;
    return {
      frame: { lang, base, home, otherLang: `${c.req.path}?lang=${lang === 'zh' ? 'en' : 'zh'}` },
      paths: { signIn: `${path}${query}`, signUp: `${path}/sign-up${query}`, cancel: `${path}/cancel` },
    };
  };

  const showSignIn = async (c: Context<Env>, typed: Typed, problems: FormProblem[]) => {
    const { frame, paths } = await pageOf(c);
    return c.html(
      signInPage(frame, paths, { typed, problems, demoAccounts }),
      problems.length > 0 ? 422 : 200,
    );
  };
  const showSignUp = async (c: Context<Env>, typed: Typed, problems: FormProblem[]) => {
    const { frame, paths } = await pageOf(c);
    return c.html(signUpPage(frame, paths, { typed, problems }), problems.length > 0 ? 422 : 200);
  };

  const app = new Hono<Env>().basePath(base);
  app.get('/pages.css', (c) => c.body(styles, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/sign-out.js', (c) =>
    c.body(signOutAtOnce, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  app.use('/interaction/*', bodyLimit({ maxSize: 16 * 1024 }));

  app.get('/interaction/:uid', async (c) => {
    const { uid, prompt, params } = await details(c);
    // Our own site asks for nothing that needs a separate consent.
    if (prompt.name === 'consent') return finish(c, { consent: {} });
    if (params.screen_hint === 'signup' && c.req.query('lang') === undefined) {
      return c.redirect(`${base}/interaction/${uid}/sign-up`, 303);
    }
    const loginHint = typeof params.login_hint === 'string' ? params.login_hint : undefined;
    return showSignIn(c, loginHint === undefined ? {} : { email: loginHint }, []);
  });

  app.post('/interaction/:uid', async (c) => {
    await details(c);
    const form = SignInForm.parse(await fieldsOf(c));
    if (form.again !== undefined) return showSignIn(c, { email: form.email }, []);
    const demo = demoAccounts.find(({ email }) => email === form.demo);
    const { email, password } = demo ?? form;
    const attempt = {
      account: Email.safeParse(email).data ?? email,
      address: c.env.incoming.socket.remoteAddress ?? '',
    };
    if (!attempts.begin(attempt))
      return showSignIn(c, { email }, [{ field: 'password', words: 'tooManyAttempts' }]);
    const account = await accounts.authenticate(email, password);
    if (account === undefined)
      return showSignIn(c, { email }, [{ field: 'password', words: 'wrongPassword' }]);
    attempts.succeeded(attempt);
    return signedIn(c, account);
  });

  app.get('/interaction/:uid/sign-up', (c) => showSignUp(c, {}, []));

  app.post('/interaction/:uid/sign-up', async (c) => {
    await details(c);
    const { password, again, ...typed } = SignUpForm.parse(await fieldsOf(c));
    if (again !== undefined) return showSignUp(c, typed, []);
    try {
      return await signedIn(c, await accounts.signUp({ ...typed, password }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return showSignUp(c, typed, problemsOf(error));
    }
  });

  app.post('/interaction/:uid/cancel', (c) =>
    finish(c, { error: 'access_denied', error_description: 'the reader went back to the site' }),
  );

  app.onError((error, c) => {
    const expired = error instanceof errors.SessionNotFound || error instanceof z.ZodError;
    const frame: Frame = {
      lang: chooseLang(c.req.query('lang'), c.req.header('accept-language')),
      base,
      home,
    };
    const page: Html = expired
      ? messagePage(frame, 'expired', 'expiredHelp')
      : messagePage(frame, 'failed', 'failedHelp');
    const status = error instanceof HTTPException ? error.status : expired ? 400 : 500;
    return c.html(page, status);
  });
  return app;
}
