import * as z from 'zod';

/** `dev` is cheap and can be deleted whole; `prod` keeps what it holds. Chosen with `-c stage=…`. */
export const Stage = z.enum(['dev', 'prod']);
export type Stage = z.infer<typeof Stage>;
