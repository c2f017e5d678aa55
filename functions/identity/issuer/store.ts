import type { Adapter, Payload } from 'oidc-provider';
import { errors } from 'oidc-provider';
import * as z from 'zod';
import type { Clock } from '../../clock/clock.ts';
import type { Item, Table } from '../../table/table.ts';
import { WriteConflict } from '../../table/table.ts';

const Stored = z.object({ payload: z.record(z.string(), z.unknown()) });
const Reference = z.object({ grantId: z.string().optional(), uid: z.string().optional() });

const payloadOf = (item: Item | undefined): Payload | undefined => item && Stored.parse(item.body).payload;

/** Sessions, codes, grants and refresh tokens of the issuer, kept in a table: a restart signs nobody out. */
export function issuerStore(deps: { table: Table; clock: Clock }): (model: string) => Adapter {
  const { table, clock } = deps;
  const stamp = (action: string) => ({ by: 'issuer', action: `issuer.${action}`, at: clock.now() });

  return (model) => {
    const key = (id: string) => ({ pk: `ISSUER#${model}#${id}`, sk: 'STATE' });
    const byUid = (uid: string) => ({ index: 'gsi2' as const, pk: `ISSUER_UID#${model}#${uid}` });
    const byGrant = (grantId: string) => ({ index: 'gsi1' as const, pk: `ISSUER_GRANT#${grantId}` });

    return {
      upsert: async (id, payload, expiresIn) => {
        const { grantId, uid } = Reference.parse(payload);
        const expiresAt =
          expiresIn === undefined
            ? undefined
            : new Date(Date.parse(clock.now()) + expiresIn * 1000).toISOString();
        // Through JSON, as the record stores it: fields without a value disappear.
        const body = { payload: JSON.parse(JSON.stringify(payload)) };
        const index = {
          ...(grantId === undefined ? {} : { gsi1: { pk: byGrant(grantId).pk, sk: `${model}#${id}` } }),
          ...(uid === undefined ? {} : { gsi2: { pk: byUid(uid).pk, sk: id } }),
        };
        await table.write([
          { put: { ...key(id), body, index, stamp: stamp('keep'), ...(expiresAt && { expiresAt }) } },
        ]);
      },
      find: async (id) => payloadOf(await table.get(key(id))),
      findByUid: async (uid) => payloadOf((await table.query({ ...byUid(uid), limit: 1 })).items[0]),
      // User codes belong to the device flow, which is off.
      findByUserCode: async () => undefined,
      consume: async (id) => {
        const item = await table.get(key(id));
        const payload = payloadOf(item);
        if (item === undefined || payload === undefined || payload.consumed !== undefined) {
          throw new errors.InvalidGrant('already used');
        }
        const body = {
          ...item.body,
          payload: { ...JSON.parse(JSON.stringify(payload)), consumed: epoch(clock) },
        };
        try {
          await table.write([{ put: { ...item, body, stamp: stamp('use') }, if: { version: item.version } }]);
        } catch (error) {
          throw error instanceof WriteConflict ? new errors.InvalidGrant('already used') : error;
        }
      },
      destroy: async (id) => table.write([{ delete: { ...key(id), stamp: stamp('forget') } }]),
      revokeByGrantId: async (grantId) => {
        for (;;) {
          const { items } = await table.query(byGrant(grantId));
          if (items.length === 0) return;
          await table.write(items.map(({ pk, sk }) => ({ delete: { pk, sk, stamp: stamp('revoke') } })));
        }
      },
    };
  };
}

const epoch = (clock: Clock): number => Math.floor(Date.parse(clock.now()) / 1000);
