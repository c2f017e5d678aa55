/** Lets the browser keep the site's own files, those first that this page has brought already. */
export const keepSite = async (): Promise<void> => {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  const { active } = await navigator.serviceWorker.ready;
  const brought = performance.getEntriesByType('resource').map((entry) => new URL(entry.name));
  const own = brought.filter(({ origin }) => origin === location.origin).map(({ pathname }) => pathname);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of this origin and of no other
  active?.postMessage(own);
};
