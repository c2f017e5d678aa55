import * as fc from 'fast-check';

// Every mutant runs the properties again: each gets this long, and no smaller counterexample is looked for.
fc.configureGlobal({ interruptAfterTimeLimit: 200, endOnFailure: true });
