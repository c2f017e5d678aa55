import { useContext } from 'preact/hooks';
import { Person } from './person.tsx';
import { RoleMenu } from './role-menu.tsx';
import { SpotContext } from './spot-context.ts';

/** What whoever is signed in sees in two spots of the header; it comes in one file. */
export default function SignedIn() {
  return useContext(SpotContext) === 'menu' ? <RoleMenu /> : <Person />;
}
