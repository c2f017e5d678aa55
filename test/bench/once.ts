import { onePass, randomLists } from './market.ts';
import { solve } from '../../matching/round/solve/solve.ts';

/**
 * `node test/bench/once.ts STUDENTS` prints what one pass over the input and one match take, in seconds, in a process
 * that has done neither before, as in a program that matches once; and the fastest pass of a hundred, which the
 * compiler has then had time to work on.
 */
const lists = randomLists(Number(process.argv[2]));
const seconds = (task: () => unknown): number => {
  const started = performance.now();
  task();
  return (performance.now() - started) / 1000;
};
const [pass, matched] = [seconds(() => onePass(lists)), seconds(() => solve(lists))];
const practised = Math.min(...Array.from({ length: 100 }, () => seconds(() => onePass(lists))));
console.log(JSON.stringify({ pass, solve: matched, practised }));
