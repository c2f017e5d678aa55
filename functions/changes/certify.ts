import { issueConfirmed } from '../certificate/issue.ts';
import { makeEligible } from '../certificate/make-eligible.ts';
import { certificates } from '../certificate/store.ts';
import { each, kindOf, type Consumer } from './consumer.ts';

const actions: Readonly<Record<string, string>> = {
  'placement.completed': 'PLACEMENT',
  'certificate.confirmed': 'CERTIFICATE',
};

/** A completed internship makes its student eligible; details that the student confirmed are signed. */
export const certify: Consumer = {
  name: 'certify',
  kinds: ['PLACEMENT', 'CERTIFICATE'],
  when: (change) => actions[change.stamp.action] === kindOf(change),
  consume: each(async (deps, { after, stamp }) => {
    if (after === undefined) return;
    if (stamp.action === 'placement.completed') await makeEligible(deps, after);
    else await issueConfirmed(deps, certificates.parse(after));
  }),
};
