export { queueMail, type About, type Order } from './queue.ts';
export { mint, template, templateNames, type Block, type Template } from './templates.ts';
export { compose, preview, type Composed, type Wording } from './compose.ts';
