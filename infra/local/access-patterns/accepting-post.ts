import type { Post } from '../../../functions/webhook/post.ts';

/** An internet whose endpoints take everything: for servers that shall reach nobody. */
export const acceptingPost: Post = {
  check: async () => {},
  send: async () => ({ status: 204, ms: 1 }),
};
