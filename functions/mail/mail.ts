export interface Letter {
  /** Sending the same id twice sends once. */
  id: string;
  to: string;
  subject: string;
  /** Plain text, in Chinese and English. */
  text: string;
  /** ISO instant. */
  sentAt: string;
  /** Where a POST stops letters of this kind, with no more asked (RFC 8058). */
  unsubscribe?: string;
}

export interface Mail {
  /**
   * Resolves when the letter is on its way, or will never be: an address that takes none is nobody's to wait for.
   * @throws Unavailable when it is to be sent again later
   */
  send(letter: Letter): Promise<void>;
}

/** Where letters can be looked at. Only a laptop has one: elsewhere they are in people's own mailboxes. */
export interface Mailbox extends Mail {
  /** Newest first. */
  received(
    address: string,
    page: { limit: number; cursor?: string },
  ): Promise<{ letters: Letter[]; cursor?: string }>;
}
