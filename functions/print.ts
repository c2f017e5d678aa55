import { handle } from 'hono/aws-lambda';
import { createApp } from './app.ts';
import { cloudDeps } from './cloud.ts';
import { Environment, readEnvironment } from './environment.ts';

/** Answers requests for prints, which the gateway sends here: their typefaces weigh more than all of the API's code. */
export const handler = handle(createApp(cloudDeps(readEnvironment(Environment, process.env))));
