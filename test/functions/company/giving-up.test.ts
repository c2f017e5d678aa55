import { givesUp } from '../../contract/giving-up.ts';
import { startWorld } from '../../support/world.ts';

givesUp(() => startWorld());
