export { chromiumPath, launchChromium } from '../../infra/local/chromium.ts';
