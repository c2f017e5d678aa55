import type { SiteConfig } from '../../functions/pages/config.ts';

let asked: Promise<SiteConfig> | undefined;

const ask = async (): Promise<SiteConfig> => (await fetch('/config.json')).json();

/** What this deployment tells its pages; asked for when it is needed, once. */
export const siteConfig = (): Promise<SiteConfig> => {
  asked ??= ask().catch((error: unknown) => {
    asked = undefined;
    throw error;
  });
  return asked;
};
