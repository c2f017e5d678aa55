import type { Call } from '../../../web/api/client.ts';
import {
  arrive,
  openApplication,
  openRankList,
  openResult,
  openToday,
} from '../../../infra/local/cycle/pages.ts';
import type { SceneName, Told, Visitor } from './order.ts';

/** What one visitor does, one page after the other. Answers what the server has promised. */
type Scene = (call: Call, visitor: Visitor) => Promise<Omit<Told, 'email'>>;

/** The last minutes of applying: everything is written, one application after the other is sent. */
const apply: Scene = async (call, { applications }) => {
  for (const body of applications) {
    const { id } = await call('apply', { body });
    await openApplication(call, id);
  }
  return { applied: applications.map(({ postingId }) => postingId) };
};

/** The last minutes of ranking: the list is ordered, which saves each move, then certified on a page of its own. */
const certify: Scene = async (call) => {
  await arrive(call);
  const { roundId, options, version } = await openRankList(call);
  const choices = options.filter(({ rankable }) => rankable).map(({ id }) => id);
  if (choices.length === 0) return {};
  const params = { roundId };
  let ifMatch = version;
  for (const order of [choices, choices.toReversed(), choices.toSorted()])
    ({ version: ifMatch } = await call('saveMyRankList', { params, body: { choices: order }, ifMatch }));
  const { version: shown } = await openRankList(call);
  const { certified } = await call('certifyMyRankList', { params, ifMatch: shown });
  return certified === undefined ? {} : { certified };
};

/** Results day: everyone comes, reads the result and why, answers the offer, and looks once more. */
const results: Scene = async (call, { answer }) => {
  await arrive(call);
  await openToday(call);
  const { offer } = await openResult(call);
  if (offer === undefined) return {};
  const answered = await call('answerOffer', {
    params: { offerId: offer.id },
    body: { to: answer },
    ifMatch: offer.version,
  });
  await call('listMyOffers', { query: { limit: 200 } });
  await openToday(call);
  await openResult(call);
  return { answered: { offerId: answered.id, to: answer } };
};

const bareRequests = 20;
/** As many requests as a visit has, to a server that has nothing to do. */
const bare: Scene = async (call) => {
  for (let asked = 0; asked < bareRequests; asked += 1) await call('getMe');
  return {};
};

export const scenes: Record<SceneName, Scene> = { apply, certify, results, bare };
