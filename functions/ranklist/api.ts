import * as z from 'zod';
import { PostingId, RoundId } from '../ids.ts';
import { operations } from '../operation.ts';
import { PostingChoices, PostingRankListView, StudentChoices, StudentRankListView } from './schema.ts';

const own = z.object({ roundId: RoundId });
const ofPosting = z.object({ roundId: RoundId, postingId: PostingId });
const studentPath = '/rounds/{roundId}/rank-list';
const postingPath = '/rounds/{roundId}/postings/{postingId}/rank-list';

export const rankListOperations = operations({
  getMyRankList: {
    method: 'get',
    path: studentPath,
    summary: "The student's rank list and what may stand in it; version 0 before the first save",
    params: own,
    response: StudentRankListView,
  },
  saveMyRankList: {
    method: 'put',
    path: studentPath,
    summary: 'Order the choices',
    params: own,
    body: StudentChoices,
    response: StudentRankListView,
    ifMatch: true,
  },
  certifyMyRankList: {
    method: 'post',
    path: `${studentPath}/certification`,
    summary: 'Make the list as it stands the one that counts',
    params: own,
    response: StudentRankListView,
    ifMatch: true,
  },
  getPostingRankList: {
    method: 'get',
    path: postingPath,
    summary: "A posting's rank list and its applicants; version 0 before the first save",
    params: ofPosting,
    response: PostingRankListView,
  },
  savePostingRankList: {
    method: 'put',
    path: postingPath,
    summary: 'Order the applicants',
    params: ofPosting,
    body: PostingChoices,
    response: PostingRankListView,
    ifMatch: true,
  },
  certifyPostingRankList: {
    method: 'post',
    path: `${postingPath}/certification`,
    summary: 'Make the list as it stands the one that counts',
    params: ofPosting,
    response: PostingRankListView,
    ifMatch: true,
  },
});
