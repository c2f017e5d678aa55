/** Reads each thing when it is first asked for and keeps it; what could not be read is asked for anew. */
export const onceEach = <K extends string, T>(read: (id: K) => Promise<T>): ((id: K) => Promise<T>) => {
  const seen = new Map<K, Promise<T>>();
  return (id) => {
    const found =
      seen.get(id) ??
      read(id).catch((error: unknown) => {
        seen.delete(id);
        throw error;
      });
    seen.set(id, found);
    return found;
  };
};
