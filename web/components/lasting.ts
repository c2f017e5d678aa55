/** For how long something that ends by itself is made, in days. */
export const lastingDays = ['7', '30', '90', '180', '365'] as const;
export type LastingDays = (typeof lastingDays)[number];

/** The instant after so many days. */
export const inDays = (days: LastingDays): string =>
  new Date(Date.now() + Number(days) * 24 * 60 * 60 * 1000).toISOString();
