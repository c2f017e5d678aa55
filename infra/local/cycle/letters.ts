import type { Caller } from './client.ts';

/** Lets letters come at any hour, so that what a cycle sends does not depend on when it is played. */
export const lettersAtAnyHour = async (person: Caller): Promise<void> => {
  const { version } = await person.call('getNoticeSettings');
  if (version === 0)
    await person.call('saveNoticeSettings', { body: { digestAt: '08:00', topics: {} }, ifMatch: version });
};
