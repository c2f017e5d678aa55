type Answers = Map<string, Promise<Response>>;

declare global {
  interface Window {
    /** What was asked before the site's own script was there, by address; closed once the page is shown. */
    early?: Answers | 'closed';
  }
}

/** Takes the answers that the document brought along. They are everyone's: whoever is signed in has others. */
export const answersIn = (document: Document): void => {
  const text = document.getElementById('answers')?.textContent;
  if (text === undefined || text === null) return;
  const brought: Record<string, unknown> = JSON.parse(text);
  window.early = new Map(
    Object.entries(brought).map(([url, answer]) => [url, Promise.resolve(Response.json(answer))]),
  );
};

/** The answer to a question that was asked early; several parts of the page may ask the same. */
export const earlyAnswer = async (url: string): Promise<Response | undefined> => {
  const answers = window.early;
  return typeof answers === 'object' ? (await answers.get(url))?.clone() : undefined;
};

/** From now on everything is asked anew. */
export const closeEarly = (): void => {
  window.early = 'closed';
};
