import type { World } from './world.ts';

type Visitor = Parameters<World['ok']>[1]['as'];

/** Lets letters to these people come at any hour: where a test's clock stands, it may be night with them. */
export const atAnyHour = async (world: Pick<World, 'ok'>, ...everyone: readonly Visitor[]): Promise<void> => {
  for (const as of everyone) {
    const { version } = await world.ok('getNoticeSettings', { as });
    await world.ok('saveNoticeSettings', { as, body: { digestAt: '08:00', topics: {} }, ifMatch: version });
  }
};
