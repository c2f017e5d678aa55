import { App } from 'aws-cdk-lib';
import { MarketplaceStack } from './stack.ts';
import { Stage } from './stage.ts';

const app = new App();
const stage = Stage.parse(app.node.tryGetContext('stage'));
new MarketplaceStack(app, `marketplace-${stage}`, { stage });
