import type { Words } from '../words.ts';
import type zh from '../zh/match.ts';
import industries from './industries.ts';

const en: Words<typeof zh> = {
  companies: {
    title: 'Companies of this cycle',
    lead: 'Each was verified by a coordinator: its registration, its people, its postings.',
    empty: 'No company is verified yet',
    emptyBody: 'Companies appear here as soon as a coordinator has verified them.',
    postings: 'See its internships',
    website: 'Website',
    industries,
  },
  how: {
    title: 'How matching works',
    lead: 'Both sides say in secret what they want. A published rule finds a result that no student and company would rather leave for each other.',
    steps: {
      apply: {
        name: 'Apply.',
        body: 'You apply for a few internships. Every application gets an answer with a reason.',
      },
      rank: {
        name: 'Rank.',
        body: 'You order the internships that are open to you; each company orders its applicants. Nobody sees the other side’s list, ever.',
      },
      freeze: {
        name: 'Freeze.',
        body: 'At the deadline all lists are locked and written into one document. Its fingerprint (SHA-256) is public from then on, so that nobody can change a list later.',
      },
      match: {
        name: 'Match.',
        body: 'Every student is tried at their first choice. A company keeps those it ranked highest, up to its number of seats; anyone displaced is tried at their next choice. It ends when nobody is left to try. This is deferred acceptance (Gale and Shapley, 1962).',
      },
      check: {
        name: 'Check.',
        body: 'A second program checks the result without repeating the match, and a second coordinator approves it.',
      },
      publish: {
        name: 'Publish.',
        body: 'Everyone sees the result at the same moment, with the reason for each choice, and has the same number of days to answer.',
      },
    },
    rounds: {
      title: 'Verify a round',
      lead: 'The proof of every round: its fingerprints, its figures, and a check in your own browser.',
      one: ', round {number}',
    },
    honest: {
      title: 'Why your honest order is your best order',
      safe: 'Asking for a favourite first never costs you a lower choice. If you are turned down there, you are tried at the next one as if you had asked for it first.',
      secret:
        'Companies do not see where you put them, and you do not see where they put you. So there is nobody to impress and nothing to guess.',
      proof:
        'That no student can gain by another order is a theorem (Dubins and Freedman 1981, Roth 1982). Below you can try to beat it.',
    },
  },
  play: {
    title: 'Try it',
    lead: 'Three students, three internships with one seat each. Choose who you are, change the order and see who gets what. You can change the order of all three.',
    begin: 'Begin',
    youAre: 'You are',
    me: '{name} (you)',
    yourList: 'Your order',
    got: 'You get: {posting}',
    none: 'You get no seat',
    reasons: {
      assigned: '{posting}: yours.',
      noSeats: '{posting}: it has no seats.',
      notRankedByPosting: '{posting}: it did not put you on its list.',
      fullWithHigherRanked: '{posting}: its seat went to someone it ranked higher.',
      fullWithHigherOrReserved: '{posting}: it ranked others higher, or had a seat reserved for them.',
      groupFull: '{posting}: the seats it shares are taken.',
      belowAssigned: '{posting}: not needed, you got one that you want more.',
    },
    lists: 'The students’ orders',
    everybody: 'Everyone’s order and result',
    companies: 'How the companies rank',
    student: 'Student',
    list: 'Order',
    result: 'Gets',
    posting: 'Internship',
    order: 'Ranks',
    students: { lin: 'Lin', ana: 'Ana', bo: 'Bo' },
    postings: { data: 'Data analysis', design: 'Design', media: 'New media' },
    tried: {
      other:
        'All {count} orders that you could submit were tried for you. Orders that get you something you want more: {better}.',
    },
    everyOrder: 'Each order and what it gets you',
    handedIn: 'Order submitted',
  },
  round: {
    title: 'Verify a match round',
    lead: 'What was frozen, what came out, and a way to check both yourself.',
    notFrozen: 'The lists are still open. Their fingerprint appears here when they are frozen.',
    notPublished: 'The lists are frozen. The result appears here when it is published.',
    stable: 'The result is stable',
    stableBody:
      'No student and company would both rather have each other than what they got. An independent check of the stored documents found nothing wrong.',
    notStable: 'The check found something wrong with this result.',
    input: 'What was frozen',
    frozenAt: 'Frozen',
    students: 'Students',
    postings: 'Internships',
    seats: 'Seats',
    hash: 'Fingerprint of the lists (SHA-256)',
    result: 'What came out',
    publishedAt: 'Published',
    matched: 'Matched',
    unmatched: 'Not matched',
    open: 'Seats still open',
    pairs: 'Pairs who would rather have each other',
    engine: 'Algorithm and version',
    lottery: 'Lottery among equals',
    lotteryBody:
      'Where a company ranks applicants equally, one lottery decides, the same for all internships. A student’s number is the SHA-256 of three things one after another: the seed, a line feed and the student’s id in the snapshot. The lower number, written in hex, comes first.',
    seedHash: 'SHA-256 of the seed, fixed when the round was opened',
    seed: 'Seed',
    seedLater: 'Shown with the result',
    howTo: 'Verify it with the program',
    howToBody:
      'Anyone with the two files can run the same program. The first command matches the snapshot again and gives the same bytes. The second checks the result without the matching program and names every fault.',
    resultHash: 'Fingerprint of the result (SHA-256)',
    few: 'Fewer than five, or would reveal fewer than five',
    fewBody:
      'Counts of fewer than five students are not published, nor those from which they could be worked out.',
    histogram: 'Which choice the matched students got',
    place: 'Choice {place}',
  },
  check: {
    title: 'Check it yourself',
    lead: 'Auditors get the two documents from a coordinator. Choose them here: your browser compares their fingerprints with the published ones, then checks every choice. Nothing is uploaded.',
    snapshotFile: 'Document with the lists (snapshot.json)',
    resultFile: 'Document with the result (result.json)',
    do: 'Check',
    valid: 'Valid',
    validBody: {
      one: 'Both documents are those that were published, and the result is stable for {count} student.',
      other:
        'Both documents are those that were published, and the result is stable for all {count} students.',
    },
    notValid: 'Not valid',
    otherSnapshot: 'The document with the lists is not the one that was frozen: its fingerprint differs.',
    otherResult: 'The document with the result is not the one that was published: its fingerprint differs.',
    unreadable: 'The documents have the right fingerprints but cannot be read by this version of the check.',
    violated: { one: 'The check found {count} fault.', other: 'The check found {count} faults.' },
  },
};
export default en;
