import { createContext } from 'preact';
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Result } from '../api/types.ts';
import { useResource } from '../api/use-resource.ts';
import type { Resource } from '../api/use-resource.ts';
import { ownZone } from '../i18n/format.ts';

export type Cycle = Result<'getCycle'>;

const CycleContext = createContext<Resource<Cycle> | undefined>(undefined);

/** Reads the cycle that is under way once for all pages. */
export function CycleProvider(props: { children: ComponentChildren }) {
  const cycle = useResource('getCycle', { params: { cycleId: 'current' } });
  return <CycleContext.Provider value={cycle}>{props.children}</CycleContext.Provider>;
}

/** The cycle under way as a resource; its `data` is undefined while it is read or when there is none. */
export function useCurrentCycle(): Resource<Cycle> {
  const value = useContext(CycleContext);
  if (value === undefined) throw new Error('No CycleProvider.');
  return value;
}

/** The two zones in which every time is shown. Without a cycle the reader's own stands for both. */
export function useZones(): { own: string; cycle: string } {
  const cycle = useContext(CycleContext)?.data;
  const own = ownZone();
  return { own, cycle: cycle?.zone ?? own };
}
