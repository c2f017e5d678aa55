/** One question to a deployment; it answers what is wrong, or nothing. */
export interface Look {
  readonly name: string;
  readonly look: () => Promise<string | undefined>;
}
