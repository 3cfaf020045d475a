export { cares, publicAddressFor, type Care } from './campaign.ts';
export { careWords, partWords } from './campaign-words.ts';
export { parts, seesMembers, takesPart, type Part } from './membership.ts';
export {
	levelsFor,
	mayRead,
	narrower,
	readers,
	shareLevels,
	type Reader,
	type ShareLevel
} from './sharing.ts';
export { Slug } from './campaign.schema.ts';
export type { Whole } from './leaving/whole.ts';
export { kindsOfCampaign } from '#areas/programmes';
