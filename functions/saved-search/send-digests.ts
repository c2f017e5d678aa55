import { findCompany, publicCompany } from '../company/store.ts';
import { currentCycle } from '../cycle/store.ts';
import type { Cycle } from '../cycle/schema.ts';
import type { Deps } from '../deps.ts';
import { stamp } from '../stamp.ts';
import { WriteConflict } from '../table/table.ts';
import { digestLetter, type DigestContent } from './letter.ts';
import { type News, newsFor } from './news.ts';
import { settledBefore, windowAfter } from './rules.ts';
import type { Digest } from './schema.ts';
import { digests, digestsDue, searchesOf } from './store.ts';
import { zoneOf } from './zone.ts';

const clock = { kind: 'system', task: 'clock' } as const;

const named = (deps: Deps, news: readonly News[]): Promise<DigestContent['searches']> =>
  Promise.all(
    news.map(async ({ search, postings }) => ({
      name: search.name,
      postings: await Promise.all(
        postings.map(async ({ id, companyId, content: { title } }) => {
          const company = await findCompany(deps.table, companyId);
          return { id, title, company: company ? publicCompany(company).name : {} };
        }),
      ),
    })),
  );

/**
 * Tells one student what is new, then moves the window on. The letter's id is the window's end, which is fixed until
 * the window moves: a crash between the two sends no second letter, and one before them loses none.
 */
const sendDigest = async (deps: Deps, digest: Digest, cycle: Cycle): Promise<void> => {
  const { studentId, email, lang, window, version } = digest;
  if (window === undefined) return;
  const now = deps.clock.now();
  const zone = await zoneOf(deps.table, studentId, now);
  const searches = (await searchesOf(deps.table, studentId)).filter((search) => search.digest);
  const news = await newsFor(deps, searches, window, cycle);
  if (news.length > 0) {
    const applying = cycle.windows.applying.to;
    const content = {
      lang,
      site: deps.site,
      searches: await named(deps, news),
      ...(now < applying && { deadline: { at: applying, zones: [...new Set([cycle.zone, zone])] } }),
    };
    await deps.mail.send({
      id: `digest#${studentId}#${window.until}`,
      to: email,
      ...digestLetter(content),
      sentAt: now,
    });
  }
  const next = searches.length === 0 ? {} : { window: windowAfter(window, now, zone) };
  await deps.table.write([
    digests.update({ studentId, email, lang, version, ...next }, stamp(clock, 'digest.told', now)),
  ]);
};

/** Sends every digest that is due. One that fails is tried again at the next turn and holds up no other. */
export const sendDigests = async (deps: Deps): Promise<void> => {
  for await (const digest of digestsDue(deps.table, settledBefore(deps.clock.now()))) {
    try {
      await sendDigest(deps, digest, await currentCycle(deps.table));
    } catch (error) {
      // The student saved a search meanwhile, or another process was faster.
      if (error instanceof WriteConflict) continue;
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      deps.log({ level: 'error', event: 'digest_failed', error: text });
    }
  }
};
