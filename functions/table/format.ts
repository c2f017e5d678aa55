/**
 * Which format the code writes the record in. It is one higher in code that writes what the code before could not read,
 * so that a deployment of older code over a newer record is refused before it begins.
 */
export const recordFormat = 1;
