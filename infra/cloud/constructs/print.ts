import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { printFilesInto } from '../print-files.ts';
import { Handler } from './handler.ts';

/** Prints certificates: a function of its own, so that the typefaces do not weigh on every start of the API. */
export class Print extends Construct {
  readonly handler: Handler;

  constructor(scope: Construct, id: string, props: { keeps: boolean; environment: Record<string, string> }) {
    super(scope, id);
    this.handler = new Handler(this, 'Handler', {
      ...props,
      entry: 'print',
      // Beside the code, and read when somebody prints.
      files: { fonts: printFilesInto },
      memoryMb: 1769,
      // The gateway gives up after 30.
      timeout: Duration.seconds(29),
    });
  }
}
