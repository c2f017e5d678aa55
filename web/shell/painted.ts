/** Resolves after the next frame: what was tapped looks so, before anything else is drawn. */
export const painted = (): Promise<void> =>
  new Promise((next) => {
    requestAnimationFrame(() => setTimeout(next));
    // A tab that nobody looks at has no frames.
    setTimeout(next, 100);
  });
