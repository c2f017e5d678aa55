import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import { ApiProblem } from '../api/problem.ts';
import { useLocation } from './location.tsx';
import { useT } from '../i18n/use-lang.tsx';
import { useSession } from '../session/use-session.tsx';
import { Footer } from './footer.tsx';
import { Header } from './header.tsx';
import { Later } from './later.tsx';
import { Failed, Reload, Unreachable } from './notices.tsx';
import { PlaceContext } from './place-context.ts';
import { forbidden, notFound, signInAgain, signInFirst } from './routes.ts';
import { usePage } from './use-page.ts';
import type { Shown } from './use-page.ts';

export function Shell(props: { first: Shown }) {
  const t = useT('shared');
  const { path } = useLocation();
  const shown = usePage(path, props.first);
  const main = useRef<HTMLElement>(null);
  // There is nothing to keep before somebody takes a first step.
  useEffect(() => {
    for (const step of ['focusin', 'scroll'])
      addEventListener(step, () => void import('./kept.ts').catch(() => undefined), { once: true });
  }, []);
  const skip = () => main.current?.focus();
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        {t('skip')}
      </a>
      <Header />
      <main id="main" tabIndex={-1} ref={main}>
        <Boundary key={shown.state === 'page' ? shown.path : shown.state} shown={shown} />
      </main>
      <Footer />
    </>
  );
}

/** An error in a page stays in the page: header and footer go on working. A refusal is that there is no such page. */
function Boundary(props: { shown: Shown }) {
  const [error] = useErrorBoundary((thrown) => void (thrown instanceof ApiProblem || reportError(thrown)));
  if (error instanceof ApiProblem) return <Later part={notFound} />;
  return error === undefined ? <Content shown={props.shown} /> : <Reload why="page.brokenBody" />;
}

function Content({ shown }: { shown: Shown }) {
  const t = useT('shared');
  const { visitor } = useSession();
  if (shown.state === 'unreachable')
    return shown.offline ? <Unreachable /> : <Reload why="page.newVersion" />;
  const { role } = shown.section;
  const me = visitor.state === 'in' || visitor.state === 'expired' ? visitor.me : undefined;
  if (role !== undefined) {
    if (visitor.state === 'loading') return <p class="waiting">{t('page.loading')}</p>;
    if (visitor.state === 'failed') return <Failed problem={visitor.problem} retry={visitor.retry} />;
    if (me === undefined) return <Later part={signInFirst} />;
    if (me.role !== role) return <Later part={forbidden} />;
  }
  const Shows = shown.page;
  return (
    <PlaceContext.Provider value={shown.place}>
      {visitor.state === 'expired' && me !== undefined && <Later part={signInAgain} />}
      <Shows />
    </PlaceContext.Provider>
  );
}
