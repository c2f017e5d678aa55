/** How the small match begins. The engine is not here, so that the page can show it before anybody plays. */
export const postings = ['data', 'design', 'media'] as const;
export type SmallPosting = (typeof postings)[number];
export const students = ['lin', 'ana', 'bo'] as const;
export type SmallStudent = (typeof students)[number];
/** Each student's order, which the reader may change. */
export type SmallLists = Readonly<Record<SmallStudent, readonly string[]>>;

export const firstLists: SmallLists = {
  lin: ['data', 'design', 'media'],
  ana: ['data', 'design', 'media'],
  bo: ['data', 'media', 'design'],
};

/** How the companies rank the students; each has one seat. */
export const rankings = {
  data: ['bo', 'lin', 'ana'],
  design: ['lin', 'ana', 'bo'],
  media: ['lin', 'bo', 'ana'],
} as const;

export const isPosting = (id: string): id is SmallPosting => postings.some((posting) => posting === id);
