/** What a server answered, with all that it said. */
export interface Early {
  text: string;
  init: ResponseInit;
}
export type EarlyAnswers = Map<string, Promise<Early>>;

declare global {
  interface Window {
    /** What was asked before the site's own script was there, by address; closed once the page is shown. */
    early?: EarlyAnswers | 'closed';
  }
}

/** Takes the answers that the document brought along. They are everyone's: whoever is signed in has others. */
export const answersIn = (document: Document): void => {
  const text = document.getElementById('answers')?.textContent;
  if (text === undefined || text === null) return;
  const brought: Record<string, unknown> = JSON.parse(text);
  const init = { headers: { 'content-type': 'application/json' } };
  window.early = new Map(
    Object.entries(brought).map(([url, answer]) => [
      url,
      Promise.resolve({ text: JSON.stringify(answer), init }),
    ]),
  );
};

/** The answer to a question that was asked early; several parts of the page may ask the same. */
export const earlyAnswer = async (url: string): Promise<Response | undefined> => {
  const answers = window.early;
  const answer = typeof answers === 'object' ? await answers.get(url) : undefined;
  return answer && new Response(answer.text, answer.init);
};

/** From now on everything is asked anew. */
export const closeEarly = (): void => {
  window.early = 'closed';
};
