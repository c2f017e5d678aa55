import { writesToInvited } from '../../contract/invitation-letter.ts';
import { startWorld } from '../../support/world.ts';

writesToInvited(() => startWorld());
