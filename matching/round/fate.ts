/** What becomes of a student, the hardest first. `left`: a change took the student out. */
export const fates = ['noLongerMatched', 'worse', 'newlyMatched', 'better', 'left'] as const;
export type Fate = (typeof fates)[number];
