import { DomainError } from '../errors.ts';

const segment = /^[A-Za-z0-9._-]{1,200}$/;

/** The segments of a file's name, or a `DomainError`: nothing may lead out of the place where files are kept. */
export function segmentsOf(name: string): string[] {
  const segments = name.split('/');
  if (segments.every((part) => segment.test(part) && part !== '.' && part !== '..')) return segments;
  throw new DomainError(
    'invalid',
    'invalid_file_name',
    'A file name is made of letters, digits, dots, hyphens and underscores, its parts separated by slashes.',
  );
}
