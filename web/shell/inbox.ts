const listeners = new Set<() => void>();

/** A page changed which notices are read: the header counts again. */
export const inboxChanged = (): void => {
  for (const tell of listeners) tell();
};

export const onInboxChange = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};
