export { addressFor } from './campaign.ts';
