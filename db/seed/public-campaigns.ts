import { openCampaign, renameCampaign, shareCampaign } from '#areas/campaigns/server';
import facts from './facts/campaigns-2024.json' with { type: 'json' };
import type { Staff } from './staff.ts';
import type { Story } from './story.ts';

type Facts = {
	name: string;
	community: string;
	change: string;
	data: string;
	kinds: string[];
	formerly?: string[];
	site?: string;
	host?: string;
	sensitivity?: string;
};

/** Five real campaigns, as public facts tell of them; kept by the host, without boards: what they work out is theirs to tell. */
export async function campaignsOf2024(story: Story, { idris }: Staff): Promise<void> {
	for (const [index, one] of (facts.campaigns as Facts[]).entries())
		await told(story, { ...one, at: story.at(-90 + index, '14:10') }, idris);
}

async function told(story: Story, { at, ...one }: Facts & { at: Date }, by: Staff['idris']): Promise<void> {
	const context = story.as(by, at);
	const [kind] = one.kinds;
	const [former] = one.formerly ?? [];
	const { slug: first } = await openCampaign.within(context, {
		name: former ?? one.name,
		community: `${capital(one.community)}.${one.host ? ` Hosted by ${one.host}.` : ''}`,
		change: `${capital(one.change)}.`,
		data: `${capital(one.data)}.${one.site ? ` More: ${one.site}` : ''}`,
		kind: kind as 'access',
		care: one.sensitivity === 'extreme' ? 'extreme' : one.sensitivity === 'high' ? 'high' : 'usual'
	});
	const slug = former
		? (await renameCampaign.within(context, { slug: first, name: one.name, isSaid: 'yes' })).slug
		: first;
	await shareCampaign.within(context, { slug, share: 'public' });
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
