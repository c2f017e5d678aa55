import { keepFocus } from './keep-focus.ts';
import { keepPlace } from './keep-place.ts';

const main = document.getElementById('main');
if (main !== null) {
  keepFocus(main);
  keepPlace(main);
}
