import type { Result } from '../api/types.ts';

export type Posting = Result<'getPosting'>;
/** What a posting says; one that is being written may lack any part but the title. */
export type PostingContent = Posting['content'];
