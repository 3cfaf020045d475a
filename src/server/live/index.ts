export { tell } from './live.sql.ts';
export { follow, type Newest } from './follow.ts';
