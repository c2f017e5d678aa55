/** What is seen of a page that only the script can draw, until it has. */
export const skeleton = `<div id="first" aria-hidden="true">
<header class="site"><div class="bar"><span class="brand"><svg class="mark" viewBox="0 0 32 32" width="32" height="32"></svg></span></div></header>
<main><div class="skeleton"><div></div><div></div><div></div></div></main>
</div>`;
