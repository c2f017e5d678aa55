/** What is typed in a form and not saved stands under keys that begin so. */
export const typedPrefix = 'typed ';
export const dropTyped = (storage: Storage): void => {
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const one of keys) if (one.startsWith(typedPrefix)) storage.removeItem(one);
};
