import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useClient } from '../api/context.ts';
import { asProblem } from '../api/problem.ts';
import type { ApiProblem } from '../api/problem.ts';
import type { Result } from '../api/types.ts';
import { forgetResources } from '../api/use-resource.ts';
import type { Session } from './session.ts';

export type Me = Result<'getMe'>;
export type Role = Me['role'];

/** Who is here, as one state. */
export type Visitor =
  | { state: 'out' }
  /** `me`: who was signed in when it expired; the page stays, with what was typed. */
  | { state: 'expired'; me: Me | undefined }
  | { state: 'loading' }
  | { state: 'failed'; problem: ApiProblem; retry: () => void }
  | { state: 'in'; me: Me };

interface SessionState {
  visitor: Visitor;
  session: Session;
  /** Reads again who is here, after something about it has changed. */
  refresh: () => void;
  /** Goes to the sign-in and comes back to this place. */
  signIn: () => void;
  /** The same for somebody who has no account yet. */
  signUp: () => void;
  signOut: () => void;
}

const SessionContext = createContext<SessionState | undefined>(undefined);

export function SessionProvider(props: { session: Session; children: ComponentChildren }) {
  const { session } = props;
  const call = useClient();
  const [signed, setSigned] = useState(session.state);
  const [asked, setAsked] = useState(0);
  const [me, setMe] = useState<Me>();
  const [problem, setProblem] = useState<ApiProblem>();
  const begun = useRef(session.state !== 'in');

  // As soon as it is drawn: another tab may give its sign-in before the first effect comes to be run.
  useLayoutEffect(() => session.listen(() => setSigned(session.state)), [session]);
  useEffect(() => {
    if (signed !== 'in') return;
    // At the first time nothing was read by anyone else, and what is under way is this person's.
    if (begun.current) forgetResources();
    begun.current = true;
    setProblem(undefined);
    call('getMe').then(setMe, (thrown: unknown) => setProblem(asProblem(thrown)));
  }, [signed, asked, call]);

  useEffect(() => {
    if (signed === 'out') setMe(undefined);
  }, [signed]);

  const visitor: Visitor =
    signed === 'expired'
      ? { state: signed, me }
      : signed === 'out'
        ? { state: signed }
        : me !== undefined
          ? { state: 'in', me }
          : problem !== undefined
            ? { state: 'failed', problem, retry: () => setAsked((count) => count + 1) }
            : { state: 'loading' };
  const value: SessionState = {
    visitor,
    session,
    refresh: () => setAsked((count) => count + 1),
    signIn: () => void session.begin(location.pathname + location.search),
    signUp: () => void session.begin(location.pathname + location.search, true),
    signOut: () => {
      forgetResources();
      setMe(undefined);
      void session.end();
    },
  };
  return <SessionContext.Provider value={value}>{props.children}</SessionContext.Provider>;
}

export function useSession(): SessionState {
  const value = useContext(SessionContext);
  if (value === undefined) throw new Error('No SessionProvider.');
  return value;
}

/** The signed-in person; only for pages behind a role, which the router shows to no one else. */
export function useMe(): Me {
  const { visitor } = useSession();
  const me = visitor.state === 'in' || visitor.state === 'expired' ? visitor.me : undefined;
  if (me === undefined) throw new Error('useMe is for pages of a role.');
  return me;
}
