/** What came back from an endpoint, or why nothing did. */
export interface Posted {
  status?: number;
  /** At most the first bytes. */
  answer?: string;
  failure?: string;
  ms: number;
}

/** How deliveries leave: to addresses of the public internet alone, following no redirection, within a time. */
export interface Post {
  /** @throws DomainError `webhook_url_refused` when nothing may be sent there */
  check(url: string): Promise<void>;
  /** Never throws: what goes wrong is an answer. Looks again at where the name leads, and connects to that. */
  send(url: string, message: { headers: Readonly<Record<string, string>>; body: string }): Promise<Posted>;
}
