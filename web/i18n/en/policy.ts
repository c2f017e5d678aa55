import type { Words } from '../words.ts';
import type zh from '../zh/policy.ts';

const en: Words<typeof zh> = {
  privacy: {
    title: 'Privacy',
    lead: 'What is held about you, why, and what you can ask for.',
    heldTitle: 'What is held, and why',
    held: {
      account: { what: 'Name and email address', why: 'To let you sign in and to write to you.' },
      profile: {
        what: 'Your profile',
        why: 'To show you what fits, and to see whether seats that a company reserves are meant for you. A company sees it only when you apply to it.',
      },
      applications: {
        what: 'Your applications and their outcomes',
        why: 'So that each is answered, and you can read the reason.',
      },
      lists: {
        what: 'Your rank list',
        why: 'For the match round alone. No company and no other student ever sees it.',
      },
      results: {
        what: 'The result of a round',
        why: 'Kept under an opaque number, so that anyone can verify the round without knowing who you are.',
      },
      letters: { what: 'Emails that were sent to you', why: 'So that you can read them again.' },
      trail: {
        what: 'Who changed what and when',
        why: 'So that a mistake can be found. It holds no names and no addresses.',
      },
    },
    neverTitle: 'What never happens',
    never: {
      protected:
        'Gender, ethnicity, religion, age, nationality and photos are not asked for and enter no ranking.',
      lists: 'Nobody’s rank list feeds a ranking or is shown to the other side.',
      tracking: 'There is no advertising, no tracking, and no request to another host.',
    },
    rankingTitle: 'Automatic ranking',
    ranking:
      'Internships and applicants are ordered by named criteria, each with its reason and share of the score. You choose in your profile whether you take part. If you do not, your list is by date, and companies see your application by date below the ranked ones. A company can have its applicants by date too. A person decides on every application.',
    rightsTitle: 'Your rights',
    rights:
      'You can read and correct your profile at any time and take back your consent to ranking there. To have your data exported or deleted, write to a coordinator; published statistics stay, without you in them.',
    yourself:
      'You need not wait for anyone: sign in and open “My data” at the foot of any page to download or delete it yourself.',
    version:
      'Version 2026-01 of this notice. The version that you agreed to and when is kept with your profile.',
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'Everyone should be able to use this site, whatever they can see or hear, and whatever device they use.',
    points: {
      keyboard: 'Everything works with a keyboard, including ordering a rank list.',
      words: 'What a colour or a picture says is also said in words; charts have a table.',
      zoom: 'Pages work from 320 pixels wide and with text at twice the size.',
      motion:
        'Nothing moves if your system asks for less motion. Dark and high-contrast settings are followed.',
      language: 'Chinese and English are complete; you can switch at any moment without losing your place.',
    },
    checked:
      'The pages are meant to meet WCAG 2.2 AA. With every change, an automatic check (axe) runs in a real browser on the pages of every role, in both languages.',
    known:
      'An automatic check finds some faults, not all. If something stands in your way, write to a coordinator: it is a fault, and we will fix it.',
  },
  mailbox: {
    title: 'Mailbox',
    lead: 'The emails sent to you, newest first.',
    empty: 'No emails yet',
    emptyBody: 'When something happens that concerns you, the email appears here.',
    signIn: 'Sign in to read your emails',
  },
  api: {
    title: 'API reference',
    lead: 'Everything the pages do goes through this API. The list is made from the same schemas that check each request.',
    tokenTitle: 'Signing in',
    token: 'Send an access token of the sign-in issuer as a bearer token. On a local server:',
    rules:
      'Errors are application/problem+json with a stable code and the fields that are wrong. Reads give an ETag; a change sends it back as If-Match and gets 412 when someone else changed it first. A POST takes an Idempotency-Key and happens once. Lists are read page by page: send “next” of one page as “cursor” for the following one.',
    required: 'required',
    body: 'Request body',
    answer: 'Answer',
    groups: 'Groups of operations',
    who: 'Who may call it: {who}',
    callers: {
      anyone: 'anyone',
      signedIn: 'anyone signed in',
      student: 'students',
      company: 'companies',
      coordinator: 'coordinators',
      owner: 'the company that it belongs to',
      owner_or_coordinator: 'the company that it belongs to, or a coordinator',
      party: 'the student of the application or the company of its posting',
    },
  },
};
export default en;
