export interface Letter {
  /** Sending the same id twice sends once. */
  id: string;
  to: string;
  subject: string;
  /** Plain text, in Chinese and English. */
  text: string;
  /** ISO instant. */
  sentAt: string;
}

export interface Mail {
  send(letter: Letter): Promise<void>;
}

/** Where letters go on a laptop: a mailbox that a page shows. */
export interface Mailbox extends Mail {
  /** Newest first. */
  received(
    address: string,
    page: { limit: number; cursor?: string },
  ): Promise<{ letters: Letter[]; cursor?: string }>;
}
