/** What is assumed of a cycle beside what is measured: change it here, and the table follows. */
export const assumptions = {
  /** From the first posting to the last day of the internships. */
  months: 7,
  /** Besides what the played cycle does: a visit looks at today, for you, three postings, the applications, the result. */
  visitsAStudent: 25,
  /** A recruiter's visit is taken to cost what a student's does. */
  visitsAPosting: 60,
  /** The site's files, compressed, for a browser that has none of them yet: first visit and after each new version. */
  siteBytes: 150_000,
  siteLoadsAPerson: 6,
  /** One call of the record waits so long, one after the other. */
  recordCallMs: 4,
  /** Memory of the functions: one that answers has a whole processor with it. */
  answersGigabytes: 1769 / 1024,
  changesGigabytes: 1,
  clockGigabytes: 0.5,
  /** What follows one change, in all consumers together; so many changes come in one batch. */
  changeMs: 25,
  changesABatch: 5,
  /** A tick a minute that finds nothing to do. */
  tickMs: 60,
  /** Lambda asks an empty queue so often in a minute, with its five pollers. */
  queuePollsAMinute: 15,
  hoursAMonth: 730,
} as const;

/** The search domain that a number of students asks for. */
export const domainFor = (students: number) => {
  if (students <= 20_000) return { nodes: 1, hour: 'openSearchSmallHour', gigabytes: 10 } as const;
  if (students <= 100_000) return { nodes: 2, hour: 'openSearchMediumHour', gigabytes: 10 } as const;
  return { nodes: 3, hour: 'openSearchLargeHour', gigabytes: 20 } as const;
};
/** Beyond this, documents do not fit into a function's memory, and there has to be a domain. */
export const mostWithoutDomain = 100_000;
