/** Whether the site can be reached at all: when the code of a page cannot be brought, it may only be of an older version. */
export const siteAnswers = (): Promise<boolean> =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
