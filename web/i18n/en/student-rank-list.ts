import type { Words } from '../words.ts';
import type zh from '../zh/student-rank-list.ts';

const en: Words<typeof zh> = {
  title: 'My rank list',
  lead: 'Put the one you want most first. Changes are saved automatically.',
  closes: 'Certify by:',
  list: 'My choices, best first',
  rest: 'Not on the list',
  restEmpty: 'There is nothing left to add.',
  add: 'Add',
  addOf: 'Add {name}',
  look: 'Posting',
  lookOf: 'Posting: {name}',
  emptyList: 'The list is empty. Add internships from below.',
  notRankable: 'The company has not opened it to you for ranking, so you cannot certify it now.',
  rankable: 'You can rank it.',
  none: 'There is nothing to order yet',
  noneBody: 'Apply for internships first. You can order them any time after that.',
  find: 'See what fits me',
  draft: 'This list is not certified, so it takes no part in the match yet.',
  changed:
    'You changed the order and have not certified it. The list you certified last still counts; its receipt is below.',
  certified: 'Your list is certified. You can change it until the deadline; then certify it again.',
  locked: 'The list is locked. The one you certified last counts.',
  lockedNone: 'The list is locked. You did not certify one, so you take no part in this round.',
  certify: 'Check and certify',
  certifyFrom: 'You can certify in the ranking phase, from:',
  honestTitle: 'Ranking honestly is your best strategy',
  honest:
    'The match tries your first choice, then your second, and so on. Putting what you want most first never costs you a chance at the choices below. No company sees your order or where you put it.',
  how: 'See how matching works',
  check: {
    title: 'Certify your rank list',
    back: 'Back to change it',
    lead: 'Read it once more. After you certify it, this is the list that takes part in the match.',
    place: 'Choice {place}',
    of: '{title} at {company}',
    rule: 'If several choices have a seat for you, you get the one highest on your list. You never get an internship that is not on it.',
    until:
      'You can change it until the deadline. A change counts once you certify again; until then this list does.',
    button: 'Certify this list',
    done: 'Your list is certified. You can change it until the deadline.',
    toList: 'Back to the list',
    notYet: 'You cannot certify yet',
    notYetBody: 'Lists are certified in the ranking phase. You can order them any time before.',
    emptyBody: 'The list is empty. Add internships first.',
    unrankable: 'These cannot be ranked now. Remove them first:',
    gone: 'An application that has ended',
  },
};
export default en;
