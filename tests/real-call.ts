import { readFileSync } from 'node:fs';
import { importCall, publishCall, reviseCall, sendExpression, showDraft } from '#areas/programmes/server';
import { house } from '#shared/actor';
import { lead } from './call-world.ts';
import { answered, begun, save, type Held } from './expression-world.ts';
import { Chance } from './prove/chance.ts';
import type { World } from './small-world.ts';

/* The real call of 2024, and people made by chance who apply to it. */

const file = 'tests/fixtures/programme/community-campaigns-on-data-2024.json';
export const realCall = { slug: 'community-campaigns-on-data', places: 5 };
const written = new Date('2026-01-02T09:00:00Z');
export const topics = (JSON.parse(readFileSync(file, 'utf8')) as { topics: string[] }).topics;

/** What the file does not say of how the panel chooses, the host adds before it opens. */
const added = {
	criteria: [
		{ name: 'The change', about: 'Is it clear what is to change?', weight: '2', anchors: '1: nobody could say\n10: a child could say' },
		{ name: 'The community', about: 'Do they lead it?', weight: '1' }
	],
	ties: 'Where groups are as good as equal, lots are drawn.',
	whoDecides: 'A panel of six.'
}; // prettier-ignore
const terms = {
	names: 'discussion',
	readers: '2',
	leastScore: '3',
	quotas: [{ of: 'region=wales', min: '1' }],
	lots: 'drawn',
	band: '1',
	reserves: '2',
	quorum: '2',
	chair: ['breaks-ties', 'ends-phases', 'releases']
};

/** Brought in as whoever runs the server does it, moved to open on 5 January 2026. It closes at noon on 1 February. */
export async function theRealCall(world: World): Promise<void> {
	const { slug } = realCall;
	const text = readFileSync(file, 'utf8');
	await importCall.within(world.as(house, written), { text, opens: '2026-01-05' });
	const staff = world.as(lead, written);
	const { edition, content } = await showDraft.within(staff, { slug });
	const selection = { rule: content.selection.rule, ...added };
	await reviseCall.within(staff, { slug, edition, content: { selection, terms } as never });
	await publishCall.within(staff, { slug, edition: edition + 1, note: 'How the panel chooses.' });
}

const kinds = ['access', 'definition', 'protection', 'governance', 'counterdata'];
const regions = ['yorkshire', 'wales', 'scotland', 'london', 'north-east', 'northern-ireland'];
const stages = ['idea', 'beginning', 'under-way', 'won-some'];

/** So many groups, which differ by the seed and by nothing else. */
export async function generatedApplicants(world: World, count: number, seed: number): Promise<Held[]> {
	const chance = new Chance(seed);
	const sent: Held[] = [];
	for (let number = 0; number < count; number++) sent.push(await applies(world, answersOf(number, chance)));
	await world.runJobs();
	return sent;
}

export const nameOf = (number: number) => `Group ${number} of 42`;

function answersOf(number: number, chance: Chance) {
	const wishes = topics.toSorted(() => chance.next() - 0.5);
	return {
		group: { group: nameOf(number) },
		kind: { kind: chance.one(kinds) },
		stage: { stage: chance.one(stages) },
		where: { region: chance.one(regions), place: `Street ${number}` },
		learning: { teach: wishes.slice(0, 1 + chance.below(2)), learn: wishes.slice(3, 4 + chance.below(2)) },
		contact: { 'contact-name': `Person ${number}`, email: `group-${number}@example.org`, telephone: '' }
	};
}

async function applies(world: World, own: Record<string, Record<string, string | string[]>>): Promise<Held> {
	const held = await begun(world, { slug: realCall.slug, met: ['yes', 'yes', 'yes'] });
	for (const [page, fields] of Object.entries({ ...answered, ...own })) await save(world, held, page, fields);
	await sendExpression.within(world.as(held.actor), { reference: held.reference });
	return held;
}
