import type { MessageKey, Option } from '#areas/forms';
import type { CallContent } from './call.schema.ts';
import { capital } from './call-words.ts';
import { changeGoals, kindsOfCampaign, type KindOfCampaign } from './campaign.ts';

/** words: apply_stage_*, words: apply_lead_*, words: apply_help_*, words: apply_heard_*, words: apply_goal_*, words: apply_kind_*, words: apply_topic_*, words: apply_region_* */
const named = (prefix: string, values: readonly string[]): Option[] =>
	values.map((value) => ({
		value,
		label: { message: `apply_${prefix}_${value.replaceAll('-', '_')}` as MessageKey }
	}));
const asWritten = (texts: readonly string[]): Option[] =>
	texts.map((text) => ({ value: text, label: { text: capital(text) } }));

export const stages = named('stage', ['idea', 'beginning', 'under-way', 'won-some']);
export const leaders = named('lead', [
	'affected',
	'community-group',
	'organisation',
	'union',
	'together',
	'other'
]);
export const helpToApply = named('help', ['had', 'talk', 'type', 'language']);
export const waysOfHearing = named('heard', [
	'campaign',
	'host',
	'newsletter',
	'social',
	'event',
	'search',
	'other'
]);

/** The change goals that the call looks for, in an applicant's words. */
export function goalOptions({ changeGoals: sought, otherGoals }: CallContent): Option[] {
	const ours = sought.length || otherGoals.length ? sought : changeGoals;
	return [...named('goal', ours), ...asWritten(otherGoals), ...named('goal', ['other'])];
}

/** Each kind with an example, since people read "campaigns on data" as "using data". */
export function kindOptions({ kinds }: CallContent): Option[] {
	const sought = kinds.length ? kinds.map(({ kind }) => kind) : kindsOfCampaign;
	const examples = new Map<KindOfCampaign, string>(kinds.map(({ kind, example }) => [kind, example]));
	return named('kind', sought).map((option) => {
		const example = examples.get(option.value as KindOfCampaign);
		const usual = `call_kind_${option.value}_example` as MessageKey;
		return { ...option, help: example ? { text: example } : { message: usual } };
	});
}

/** One list for what people can share and what they want to learn: the call's, or one that suits most. */
export function topicOptions({ topics }: CallContent): Option[] {
	const usual = ['organising', 'media', 'policy', 'law', 'technology', 'gathering', 'money'];
	return topics.length ? asWritten(topics) : named('topic', usual);
}

/** The nations of the United Kingdom and the regions of England (ITL 1), for calls whose dates are said in UK time. */
export function regionOptions(zone: string): Option[] {
	return zone === 'Europe/London' ? named('region', regions) : [];
}

const regions = [
	'uk', 'east-midlands', 'east', 'london', 'north-east', 'north-west', 'northern-ireland', 'scotland',
	'south-east', 'south-west', 'wales', 'west-midlands', 'yorkshire', 'elsewhere'
]; // prettier-ignore
