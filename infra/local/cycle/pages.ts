import type { Call } from '../../../web/api/client.ts';

/**
 * What a student's pages ask the API when they are opened: side by side what waits for no other answer, as a browser
 * does. The pages are those of `web/student` and `web/public`; what they read twice is read twice here.
 */
const current = { params: { cycleId: 'current' } } as const;
const all = { query: { limit: 200 } } as const;

/** The first page of a visit asks besides who is here, and where the cycle is. */
export const arrive = (call: Call) => Promise.all([call('getMe'), call('getCycle', current)]);

const theRound = async (call: Call) => {
  const { items } = await call('listRounds', current);
  const [round] = items;
  if (round === undefined) throw new Error('The cycle has no round.');
  return { roundId: round.id };
};

/** Today: what there is to do. */
export const openToday = (call: Call) =>
  Promise.all([
    call('getProfile'),
    call('listMyApplications', all),
    call('listMyOffers', all),
    theRound(call).then((params) => call('getMyRankList', { params })),
  ]);

/** For you: the postings, best fit first. */
export const openForYou = (call: Call) => call('searchPostings');

/** One posting, with the way to apply. */
export const openPosting = async (call: Call, postingId: string) => {
  const params = { postingId };
  const [posting] = await Promise.all([call('getPosting', { params }), call('getProfile')]);
  await Promise.all([
    // Refused to whoever has not agreed to be ranked: their page says so.
    call('getFit', { params }).catch(() => undefined),
    call('listSimilarPostings', { params }),
    call('listMyApplications', all),
    call('listMyApplications', all),
    call('getProfile'),
  ]);
  return posting;
};

export const openApplications = (call: Call) => call('listMyApplications');

export const openApplication = (call: Call, applicationId: string) =>
  call('getMyApplication', { params: { applicationId } });

/** The rank list to be ordered; the page on which it is certified asks the same. */
export const openRankList = async (call: Call) => call('getMyRankList', { params: await theRound(call) });

/** The result with its reasons, and the offer. */
export const openResult = async (call: Call) => {
  const params = await theRound(call);
  const [result, offers] = await Promise.all([
    call('getMyResult', { params }).then(async (answer) => {
      await call('listMyApplications', all);
      return answer;
    }),
    call('listMyOffers', all),
  ]);
  return { result, offer: offers.items.find(({ roundId }) => roundId === params.roundId) };
};
