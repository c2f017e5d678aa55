import type { DatabaseSync } from 'node:sqlite';

/** Does all of the work, or nothing of it. */
export const inTransaction = (database: DatabaseSync, work: () => void): void => {
  database.exec('BEGIN IMMEDIATE');
  try {
    work();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
};

/** One write that waits: what it does, and whom to tell when it is committed or refused. */
interface Waiting {
  readonly work: () => void;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Commits what comes at the same time with one sync of the disk, which is what a write waits for: under a burst as
 * many writes share it as came while the one before was under way. Each is still all or nothing by itself, done in
 * the order in which they came, and answered only when it is synced.
 */
export const groupCommit = (database: DatabaseSync): ((work: () => void) => Promise<void>) => {
  let waiting: Waiting[] = [];

  /** Does one of them by itself; answers how to tell it. */
  const attempt = ({ work, resolve, reject }: Waiting): (() => void) => {
    database.exec('SAVEPOINT one');
    try {
      work();
      database.exec('RELEASE one');
      return resolve;
    } catch (error) {
      // A full disk ends the whole transaction: then nobody's write is there.
      if (!database.isTransaction) throw error;
      database.exec('ROLLBACK TO one; RELEASE one');
      return () => reject(error);
    }
  };
  const commit = (): void => {
    const group = waiting;
    waiting = [];
    let tell: (() => void)[] = [];
    try {
      inTransaction(database, () => {
        tell = group.map(attempt);
      });
    } catch (error) {
      tell = group.map(
        ({ reject }) =>
          () =>
            reject(error),
      );
    }
    for (const one of tell) one();
  };

  return (work) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(commit);
      waiting.push({ work, resolve, reject });
    });
};
