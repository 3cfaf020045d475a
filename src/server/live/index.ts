export { tell } from './live.sql.ts';
export { follow } from './follow.ts';
