import type zh from '../zh/referral.ts';
import type { Words } from '../words.ts';

const en: Words<typeof zh> = {
  kinds: { student_union: 'student union', workstation: 'overseas workstation' },
  join: {
    title: '{name} invites you to the cloud internships',
    plain: 'Invitation',
    kind: 'Kind of organisation: {kind}.',
    means:
      'When you confirm, the programme notes that they brought you. They see counts only. Your name is shown to them only if you agree to that too, and you can take it back.',
    confirm: 'Yes, they brought me',
    signUp: 'Create an account',
    signIn: 'I have an account: sign in',
    signFirst: 'Create an account or sign in as a student. You come back here to confirm.',
    until: 'Works until',
    onlyStudents:
      'You are signed in as {role}. Only students can take an invitation: sign out and use a student account.',
    done: 'Confirmed: {name} brought you.',
    already: 'You confirmed before that {name} brought you. There is nothing left to do.',
    other:
      'You confirmed before that {name} brought you, and that stays. This invitation was not used: you can pass it on.',
    goOn: 'Fill in your profile',
    consent: 'Decide whether they see your name',
    used: 'This invitation has been used as often as it can be. Ask who sent it for a new one.',
    expired: 'This invitation has expired. Ask who sent it for a new one.',
    revoked: 'This invitation was taken back. Ask who sent it whether there is a new one.',
    without: 'You can take part without an invitation: just create an account.',
  },
  own: {
    title: 'Who brought you',
    link: 'Who brought you, and what they see',
    back: 'My profile',
    none: 'Nobody is noted as having brought you',
    noneBody:
      'If a student union or workstation did, ask them for an invitation link. What you write in your profile is your own remark and is not counted for anyone.',
    by: 'Brought by',
    since: 'Confirmed',
    counted: 'With or without your consent they see how many came, and small counts are left out.',
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
    take: 'Take it back',
    given: 'Agreed',
    version: 'Version {version} of this list',
    outdated:
      'This list has changed. Your earlier consent does not hold any more, and they do not see you. Read it and decide again.',
    gave: 'Done. They see the list above from now on.',
    took: 'Done. They do not see you any more.',
  },
};
export default en;
