import { useEffect, useRef, useState } from 'preact/hooks';

/**
 * A key under which something is edited: another one, so that editing begins anew, once a newer version was read because
 * the reader asked for it. A version that comes of the reader's own saving changes nothing, nor does a reading that fails.
 */
export function useAnew(version: number, reload: () => Promise<void>): [key: number, ask: () => void] {
  const [key, setKey] = useState(version);
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current) setKey(version);
    asked.current = false;
  }, [version]);
  const ask = () => {
    asked.current = true;
    void reload();
  };
  return [key, ask];
}
