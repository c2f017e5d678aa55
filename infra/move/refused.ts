/** A programme cannot be exported or imported as things are. Says why, and what to do. */
export class MoveRefused extends Error {
  override name = 'MoveRefused';
}
