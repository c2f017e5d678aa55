import { setTimeout } from 'node:timers/promises';
import { operations } from '../../../functions/operations.ts';
import { type Call, createClient } from '../../../web/api/client.ts';
import { ApiProblem } from '../../../web/api/problem.ts';
import { keptAlive } from './kept-alive.ts';
import { Order, type Outcome, type Told, type Visitor } from './order.ts';
import { scenes } from './scenes.ts';

/** The process of the load: gets orders from the benchmark, and answers each with what came of it. */
const paths = Object.fromEntries(
  Object.entries(operations).map(([name, { method, path }]) => [name, [method, path] as const]),
);
/** As many as a browser opens to one place. */
const connectionsEach = 6;
const mostConnections = 600;

const carryOut = async ({ scene, origin, visitors, arrivals }: Order): Promise<Outcome> => {
  const together = arrivals.kind === 'closed' ? arrivals.together : visitors.length;
  const line = keptAlive(Math.min(mostConnections, together * connectionsEach));
  const took: number[] = [];
  const told: Told[] = [];
  const unexpected: Record<string, number> = {};
  let writes = 0;

  const callOf = ({ token }: Visitor): Call => {
    const { fetch } = line;
    const client = createClient({
      fetch,
      base: `${origin}/v1`,
      operations: paths,
      token: () => token,
      renew: async () => false,
    });
    return async (name, ...rest) => {
      const sent = performance.now();
      if (operations[name].method !== 'get') writes += 1;
      try {
        return await client(name, ...rest);
      } catch (error) {
        const why = error instanceof ApiProblem ? `${error.status} ${error.code}` : String(error);
        unexpected[`${name}: ${why}`] = (unexpected[`${name}: ${why}`] ?? 0) + 1;
        throw error;
      } finally {
        took.push(performance.now() - sent);
      }
    };
  };
  const visit = async (visitor: Visitor): Promise<void> => {
    try {
      told.push({ email: visitor.email, ...(await scenes[scene](callOf(visitor), visitor)) });
    } catch (error) {
      // Counted where it was met; the visitor goes away.
      if (!(error instanceof ApiProblem)) unexpected[String(error)] = 1;
    }
  };

  const begun = performance.now();
  const processor = process.cpuUsage();
  if (arrivals.kind === 'closed') {
    const waiting = visitors.values();
    const one = async (): Promise<void> => {
      for (const visitor of waiting) await visit(visitor);
    };
    await Promise.all(Array.from({ length: together }, one));
  } else {
    const visits: Promise<void>[] = [];
    let due = begun;
    for (const visitor of visitors) {
      due += (-Math.log(1 - Math.random()) / arrivals.perSecond) * 1000;
      await setTimeout(Math.max(0, due - performance.now()));
      visits.push(visit(visitor));
    }
    await Promise.all(visits);
  }
  const { user, system } = process.cpuUsage(processor);
  const seconds = (performance.now() - begun) / 1000;
  line.close();
  return { seconds, processorSeconds: (user + system) / 1e6, writes, took, unexpected, told };
};

process.on('message', (message) => {
  void carryOut(Order.parse(message)).then((outcome) => process.send?.(outcome));
});
