import type { Areas } from '../i18n/areas.ts';
import { useT } from '../i18n/use-lang.tsx';
import { Status } from './mark.tsx';
import type { Tone } from './tone.ts';

export { Status };
export type { Tone };

type States = Areas['shared']['states'];
type Entity = keyof States;

const tones: Readonly<Record<string, Tone>> = {
  verified: 'good', approved: 'good', published: 'good', filled: 'good', certified: 'good', locked: 'good', matched: 'good',
  rankable: 'good', shortlisted: 'good', accepted: 'good', completed: 'good', active: 'good', confirmed: 'good',
  succeeded: 'good', imported: 'good', done: 'good',
  submitted: 'info', reviewing: 'info', interviewing: 'info', open: 'info', frozen: 'info', computed: 'info', running: 'info',
  pending: 'info', posting: 'info', applying: 'info', shortlisting: 'info', ranking: 'info', matching: 'info',
  confirming: 'info', supplementary: 'info', onboarding: 'info', extended: 'info', waived: 'info',
  needs_info: 'warn', changes_requested: 'warn', paused: 'warn', unfilled: 'warn', expired: 'warn', suspended: 'warn',
  rejected: 'bad', failed: 'bad', rescinded: 'bad', terminated: 'bad', voided: 'bad',
}; // prettier-ignore

/** `<State of="application" is={application.state} />`: the domain's states in words, with the tone of each. */
export function State<E extends Entity>(props: { of: E; is: keyof States[E] & string }) {
  const t = useT('shared');
  return (
    <Status tone={tones[props.is] ?? 'quiet'}>{t.maybe(`states.${props.of}.${props.is}`) ?? props.is}</Status>
  );
}
