import type zh from '../zh/referral.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  kinds: { student_union: 'student union', workstation: 'overseas workstation' },
  join: {
    title: '{name} invites you to the cloud internships',
    plain: 'Invitation',
    kind: 'Kind of organisation: {kind}.',
    means:
      'When you confirm, the programme records that they referred you. They see counts only. They see your name only if you agree to that too, and you can withdraw that consent.',
    confirm: 'Yes, they referred me',
    signUp: 'Create an account',
    signIn: 'I have an account: sign in',
    signFirst: 'Create an account or sign in as a student. You will come back here to confirm.',
    until: 'Works until',
    onlyStudents:
      'You are signed in as {role}. Only students can accept an invitation: sign out and use a student account.',
    done: 'Confirmed: {name} referred you.',
    already: 'You have already confirmed that {name} referred you. There is nothing left to do.',
    other:
      'You have already confirmed that {name} referred you, and that stays. This invitation was not used: you can pass it on.',
    goOn: 'Fill in your profile',
    consent: 'Decide whether they see your name',
    used: 'This invitation has been used up. Ask the person who sent it for a new one.',
    expired: 'This invitation has expired. Ask the person who sent it for a new one.',
    revoked: 'This invitation was taken back. Ask the person who sent it for a new one.',
    without: 'You can take part without an invitation: just create an account.',
  },
  own: {
    title: 'Who referred you',
    link: 'Who referred you, and what they see',
    back: 'My profile',
    none: 'Nobody is recorded as having referred you',
    noneBody:
      'If a student union or workstation did, ask them for an invitation link. What you write in your profile is only your own note and is not counted for anyone.',
    by: 'Referred by',
    since: 'Confirmed',
    counted: 'With or without your consent, they see how many students came; small counts are left out.',
    consentTitle: 'Let them see you by name',
    consentLead: 'If you agree, {name} sees this and nothing else:',
    shows: {
      preferred_name: 'your preferred name ({value})',
      university: 'your university ({value})',
      progress:
        'how far you have come: joined, profile complete, applied, matched, placed, internship completed',
    },
    unset: 'not filled in',
    never: 'They never see your applications, postings, companies, contact details or CV.',
    state: { on: 'You agreed', off: 'You did not agree' },
    means: { on: 'They see the list above.', off: 'They do not see who you are.' },
    give: 'I agree',
    take: 'Withdraw consent',
    given: 'Agreed',
    version: 'Version {version} of this list',
    outdated:
      'This list has changed. Your earlier consent no longer applies, and they do not see you. Read it and decide again.',
    gave: 'Done. They see the list above from now on.',
    took: 'Done. They no longer see you.',
  },
};
export default en;
