/** What the server of the site takes from the build: the public pages as documents. */
export { chooseLang } from '../i18n/lang.ts';
export { plainPage } from './page.ts';
export { siteMap } from './sitemap.ts';
