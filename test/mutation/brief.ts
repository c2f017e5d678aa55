import * as fc from 'fast-check';

// Every mutant runs the properties again: each gets this long, and most faults show in the first few cases.
fc.configureGlobal({ interruptAfterTimeLimit: 400 });
