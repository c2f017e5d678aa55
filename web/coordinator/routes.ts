import type { PageRoute } from '../shell/route.ts';

const routes: readonly PageRoute[] = [];
export default routes;
