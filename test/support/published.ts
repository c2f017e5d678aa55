import { type PostingContent } from '../../functions/posting/schema.ts';
import { postingContent } from './samples.ts';
import { people, type World } from './world.ts';

/** One more published posting of the first company. */
export const publish = async (world: World, changes: Partial<PostingContent>) => {
  const as = people.company;
  const params = { companyId: world.first.company.id };
  let posting = await world.ok('createPosting', { as, params, body: { ...postingContent(), ...changes } });
  for (const to of ['submitted', 'approved', 'published'] as const)
    posting = await world.ok('movePosting', {
      as: to === 'approved' ? people.coordinator : as,
      params: { postingId: posting.id },
      body: { to },
      ifMatch: posting.version,
    });
  return posting;
};
