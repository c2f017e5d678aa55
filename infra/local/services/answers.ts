/** Whether a service takes requests; DynamoDB refuses an unsigned one with 400. */
export const answers = async (url: string): Promise<boolean> => {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.arrayBuffer();
    return response.status < 500;
  } catch {
    return false;
  }
};

/** Resolves with whether it answered before the time was up or there was nothing more to wait for. */
export const untilAnswers = async (
  url: string,
  { isRunning, withinMs }: { isRunning: () => boolean; withinMs: number },
): Promise<boolean> => {
  const end = Date.now() + withinMs;
  while (isRunning() && Date.now() < end) {
    if (await answers(url)) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
};
