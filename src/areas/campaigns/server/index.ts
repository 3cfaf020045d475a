import './jobs.ts';

export { beginCampaign, endCampaign } from './campaigns.ts';
