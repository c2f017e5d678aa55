import type { Words } from '../words.ts';
import type zh from '../zh/student-result.ts';

const en: Words<typeof zh> = {
  title: 'Result',
  matchedTitle: 'You are matched to “{title}”',
  matchedLead: '{company}, your choice number {place}.',
  unmatchedTitle: 'You were not matched in this round',
  unmatchedLead: 'Below is the reason for each choice, and what is open next.',
  outTitle: 'You took no part in this round',
  outLead: 'You had no certified rank list, so there is no result.',
  notYet: 'Results are not out yet',
  notYetBody: 'Everyone will see them at the same moment. Planned for:',
  published: 'Published',
  offer: {
    title: 'Your offer',
    acceptTitle: 'If you accept',
    accept: 'The seat is yours. This cannot be undone.',
    declineTitle: 'If you decline',
    decline: 'The seat becomes open, and this round gives you no other internship. This cannot be undone.',
    silence: 'If you do not answer by the deadline, the offer expires, as if you had declined.',
    deadline: 'Answer by:',
    acceptButton: 'Accept the offer',
    declineButton: 'Decline the offer',
    acceptConfirm: 'Accept “{title}”',
    declineConfirm: 'Decline “{title}”',
    reason: 'Why you decline',
    reasonHint: 'The company and coordinators will see it.',
    accepted: 'You accepted this offer.',
    declined: 'You declined this offer.',
    expired:
      'The offer has expired: there was no answer in time. If there was a reason, write to a coordinator.',
    rescinded: 'The offer was rescinded. A coordinator will write to you.',
    waived: 'You were released from this offer.',
  },
  whyTitle: 'Why, choice by choice',
  whyLead: 'In your order. No other students and no ranks are shown.',
  place: 'Choice {place}',
  reason: {
    assigned: 'You got it: the first of your choices that had a seat for you.',
    notRankedByPosting: 'Not yours: the company did not put you on its list.',
    fullWithHigherRanked: {
      one: 'Not yours: its {count} seat went to an applicant the company ranked higher, or equally but with a better lottery number.',
      other:
        'Not yours: all {count} seats went to applicants the company ranked higher, or equally but with a better lottery number.',
    },
    fullWithHigherOrReserved: {
      one: 'Not yours: its {count} seat went to an applicant the company ranked higher, or equally but with a better lottery number, or it was reserved for them.',
      other:
        'Not yours: all {count} seats went to applicants the company ranked higher, or equally but with a better lottery number, or had reserved a seat for.',
    },
    groupFull: {
      one: 'Not yours: the seats that this internship shares with others of the company went to applicants who came first there.',
      other:
        'Not yours: the seats that this internship shares with others of the company went to applicants who came first there.',
    },
    noSeats: 'Not yours: it had no seats left at the match.',
    withdrawn: 'Not yours: you had withdrawn your application before the match.',
    belowAssigned: 'Not needed: you got one you wanted more.',
  },
  gone: 'Internship',
  nextTitle: 'What happens next',
  next: {
    placement: 'The company has your email and will write to prepare your start. Internship: {from} to {to}.',
    supplementary:
      'Open seats go into the supplementary round on these dates. Once it opens, this page shows how to take part.',
    supplementaryWhen: 'Supplementary round:',
    toRankList: 'Order choices for the supplementary round',
    postings: 'See which internships are left',
    answer: 'Answer the offer above first.',
    none: 'There is no further round in this cycle.',
  },
  verify: 'Proof of this round',
  verifyBody:
    'The input was frozen and its fingerprint published before the match, and anyone can verify the result.',
  earlier: 'Results of other rounds',
  round: { main: 'Main round', supplementary: 'Supplementary round {number}' },
};
export default en;
