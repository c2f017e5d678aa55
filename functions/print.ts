import { handle } from 'hono/aws-lambda';
import { createApp } from './app.ts';
import { cloudDeps } from './cloud.ts';
import { Environment, readEnvironment } from './environment.ts';
import { watched } from './watch/watched.ts';

/** Answers requests for prints, which the gateway sends here: their typefaces weigh more than all of the API's code. */
export const handler = watched(handle(createApp(cloudDeps(readEnvironment(Environment, process.env)))));
