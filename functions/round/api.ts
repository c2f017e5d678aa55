import * as z from 'zod';
import { CycleId, JobId, PostingId, RoundId } from '../ids.ts';
import { operations } from '../operation.ts';
import { pageOf } from '../values.ts';
import {
  Approval,
  MyResult,
  PostingResult,
  Publication,
  PublicRound,
  Readiness,
  Round,
  RoundReason,
} from './schema.ts';

const params = z.object({ roundId: RoundId });
const jobStarted = z.object({ jobId: JobId });

export const roundOperations = operations({
  listRounds: {
    method: 'get',
    path: '/cycles/{cycleId}/rounds',
    summary: "A cycle's rounds",
    params: z.object({ cycleId: z.union([CycleId, z.literal('current')]) }),
    response: pageOf(PublicRound),
  },
  getPublicRound: {
    method: 'get',
    path: '/rounds/{roundId}/public',
    summary: "A round's public proof: hash, counts, check",
    params,
    response: PublicRound,
  },
  getRound: {
    method: 'get',
    path: '/rounds/{roundId}',
    summary: 'A round with all its steps, for coordinators',
    params,
    response: Round,
  },
  getReadiness: {
    method: 'get',
    path: '/rounds/{roundId}/readiness',
    summary: 'Who has not certified a rank list yet',
    params,
    response: Readiness,
  },
  remindMissing: {
    method: 'post',
    path: '/rounds/{roundId}/reminders',
    summary: 'Write to those who have not certified',
    params,
    response: z.object({ sent: z.number().int() }),
    status: 201,
  },
  freezeRound: {
    method: 'post',
    path: '/rounds/{roundId}/freeze',
    summary: 'Close the window, lock every list, write the snapshot',
    params,
    response: jobStarted,
    status: 202,
    ifMatch: true,
  },
  runRound: {
    method: 'post',
    path: '/rounds/{roundId}/run',
    summary: 'Match, then check the result independently',
    params,
    response: jobStarted,
    status: 202,
    ifMatch: true,
  },
  approveRound: {
    method: 'post',
    path: '/rounds/{roundId}/approve',
    summary: 'Approve the result; not by the person who ran it',
    params,
    body: Approval,
    response: Round,
    ifMatch: true,
  },
  publishRound: {
    method: 'post',
    path: '/rounds/{roundId}/publish',
    summary: 'Stage the offers, then show all of them at the same moment',
    params,
    body: Publication,
    response: jobStarted,
    status: 202,
    ifMatch: true,
  },
  voidRound: {
    method: 'post',
    path: '/rounds/{roundId}/void',
    summary: 'Void the round before it is published and open a new one',
    params,
    body: RoundReason,
    response: Round,
    ifMatch: true,
  },
  getSnapshot: {
    method: 'get',
    path: '/rounds/{roundId}/snapshot',
    summary: 'The frozen input, byte for byte',
    params,
    download: 'application/json',
  },
  getResultFile: {
    method: 'get',
    path: '/rounds/{roundId}/result',
    summary: 'The result with its certificate, byte for byte',
    params,
    download: 'application/json',
  },
  getMyResult: {
    method: 'get',
    path: '/rounds/{roundId}/my-result',
    summary: "The student's result, and why",
    params,
    response: MyResult,
  },
  getPostingResult: {
    method: 'get',
    path: '/rounds/{roundId}/postings/{postingId}/result',
    summary: "A posting's result",
    params: params.extend({ postingId: PostingId }),
    response: PostingResult,
  },
});
