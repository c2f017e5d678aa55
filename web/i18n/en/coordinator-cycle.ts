import type { Words } from '../words.ts';
import type zh from '../zh/coordinator-cycle.ts';

export default {
  cycle: {
    title: 'Cycle',
    create: 'Set up a cycle',
    createLead: 'The usual dates are filled in; change what you like. It begins as a draft that nobody sees.',
    timeline: 'Phases',
    settings: 'Settings',
    save: 'Save the settings',
    saved: 'Saved. Everyone sees the new dates at once.',
    name: 'Name',
    nameHint: 'For example: Summer 2027 cloud internships. One language is enough.',
    zone: "The cycle's time zone",
    zoneHint: 'All times below are in this zone. Readers see their own beside it.',
    from: '{phase} from',
    to: '{phase} until',
    cap: 'Applications a student may have',
    capHint: 'Fewer of them are read with more care.',
    confirmDays: 'Days to confirm an offer',
    confirmDaysHint: 'Counted from publication, the same for everyone.',
  },
  phase: {
    title: 'Next phase',
    moveTo: 'Move to “{phase}”',
    sure: 'Everyone’s pages change at once.',
    end: 'This cycle is archived; there is no next phase.',
    means: {
      draft: 'Back to a draft: companies can no longer write postings.',
      posting: 'Companies register, write postings and submit them.',
      applying: 'Students apply to published postings. Postings can still be published.',
      shortlisting:
        'Applications close and unfinished drafts end. Companies give every application an outcome.',
      ranking: 'Both sides order and certify their rank lists. No more applicants become rankable.',
      matching: 'Lists can no longer be certified. Freeze, run, check, approve and publish.',
      confirming: 'Students answer their offers within the announced days.',
      supplementary: 'Open seats and unmatched students are matched once more.',
      active: 'The internships begin.',
      closed: 'The cycle ends; nothing changes any more.',
      archived: 'For reading only.',
    },
    effects: {
      drafts_end: {
        one: '{count} draft application ends as not submitted',
        other: '{count} draft applications end as not submitted',
      },
      live_applications: {
        one: '{count} application is under way and goes on',
        other: '{count} applications are under way and go on',
      },
    },
    obstacles: {
      applications_without_outcome: {
        one: '{count} application has no outcome. Remind the company, or close it below with notice to the student.',
        other:
          '{count} applications have no outcome. Remind the companies, or close them below with notice to the students.',
      },
      round_not_published: 'The round has to be published first.',
      offers_pending: {
        one: '{count} offer is unanswered; it expires by the clock.',
        other: '{count} offers are unanswered; they expire by the clock.',
      },
      cycle_illegal_move: 'The cycle cannot move to this phase now.',
    },
  },
  silent: {
    title: 'Applications without an outcome',
    none: 'Every application has an outcome.',
    some: { one: '{count} application has no outcome', other: '{count} applications have no outcome' },
    state: '{state}: {number}',
    until: 'Outcomes are due',
    later: 'In the shortlisting phase you can close those that are still without an outcome.',
    close: 'Close silent applications',
    body: {
      one: '{count} application ends as not selected and the student is told that the company did not answer. It counts in the company’s response rate and cannot be undone.',
      other:
        '{count} applications end as not selected and the students are told that the company did not answer. It counts in each company’s response rate and cannot be undone.',
    },
    job: 'Closing silent applications',
  },
  weights: {
    title: 'Ranking weights',
    lead: 'How much each criterion counts. As you change a weight, the list of one real student shows what it does.',
    criteria: 'Criteria',
    valueText: '{weight}, {share} of the score',
    numberOf: 'Weight of {name}',
    allZero: 'At least one weight has to be above 0.',
    save: 'Save the weights',
    saved: 'Saved. All lists follow the new weights.',
    reset: 'Discard changes',
    defaults: 'Default weights',
    preview: 'Preview',
    student: 'Student',
    current: 'Now',
    proposed: 'With these weights',
    new: 'new in the top ten',
    same: 'same place',
    up: { one: 'up {count}', other: 'up {count}' },
    down: { one: 'down {count}', other: 'down {count}' },
    noStudents: 'There is no student to preview with',
    noStudentsBody: 'A preview needs one student with a complete profile.',
  },
} satisfies Words<typeof zh>;
