import { addNote, makeBoard, setBoard } from '#areas/boards/server';
import { answerInvitation, listOwnCampaigns, renameCampaign, shareCampaign } from '#areas/campaigns/server';
import { acceptOffer } from '#areas/programmes/server';
import type { Held } from '../expression-world.ts';
import type { World } from '../small-world.ts';
import { aboutSomebody } from './campaigns.ts';
import { markOf } from './marks.ts';
import type { SignedIn } from './people.ts';

/*
 * Three places of one programme, each of which began a campaign: one is shown to its cohort, one to nobody else, and of the
 * third nobody could be asked to coordinate it.
 */
export type Cohort = { ofCohort: SignedIn; neighbour: SignedIn };

export const cohort = {
	name: markOf('the name of a campaign of the level of the cohort'),
	board: markOf('the name of a board of the level of the cohort'),
	note: markOf('a note on a board of the level of the cohort'),
	person: markOf('a named person on a board of the level of the cohort'),
	own: markOf('a note on a private board beside one of the level of the cohort'),
	within: markOf('a note on a board of the level of the cohort in a private campaign'),
	lead: markOf('who led an application without an address')
};

/** What each of the three says for whoever is to be written to. */
export const contacts = ({ ofCohort, neighbour }: Cohort) => [
	{ 'contact-name': 'Nerys', email: ofCohort.email, telephone: '' },
	{ 'contact-name': 'Idris', email: neighbour.email, telephone: '' },
	{ 'contact-name': `Somebody ${cohort.lead}`, email: 'nobody@example.org', telephone: '' }
];

/** All three say yes; the last is as one that was typed up from a paper without an address. */
export async function isPlaced(world: World, now: Date, placed: readonly Held[]): Promise<void> {
	const { id } = placed.at(-1)!;
	await world.db`delete from programmes.answer where question = 'email' and expression = ${id}`;
	for (const { actor, reference } of placed) await acceptOffer.within(world.as(actor, now), { reference });
	await world.runJobs(now);
}

/** What those of the same cohort are shown, and what they are not. */
export async function isSharedInCohort(world: World, now: Date, people: Cohort): Promise<void> {
	const mine = world.as({ kind: 'person', id: people.ofCohort.id, assurance: 1, roles: [] }, now);
	const before = await saysYes(mine);
	const renamed = { slug: before, name: `Reed bank ${cohort.name}`, isSaid: '' };
	const { slug } = await renameCampaign.within(mine, renamed);
	await shareCampaign.within(mine, { slug, share: 'cohort' });
	const { board } = await makeBoard.within(mine, { slug, template: 'power-map', name: cohort.board });
	await setBoard.within(mine, { slug, board, name: cohort.board, share: 'cohort' });
	await addNote.within(mine, { slug, board, text: cohort.note, kind: 'actor', x: '30', y: '80' });
	await addNote.within(mine, { slug, board, text: cohort.person, ...aboutSomebody(now) });
	const own = await makeBoard.within(mine, { slug, template: 'canvas' });
	await addNote.within(mine, { slug, board: own.board, text: cohort.own });
	await isKeptWithin(world, now, people);
}

/** Its board would be shown to the cohort, and the campaign is not. */
async function isKeptWithin(world: World, now: Date, { neighbour }: Cohort): Promise<void> {
	const theirs = world.as({ kind: 'person', id: neighbour.id, assurance: 1, roles: [] }, now);
	const slug = await saysYes(theirs);
	const { board } = await makeBoard.within(theirs, { slug, template: 'canvas', name: 'Our canvas' });
	await setBoard.within(theirs, { slug, board, name: 'Our canvas', share: 'cohort' });
	await addNote.within(theirs, { slug, board, text: cohort.within });
}

async function saysYes(as: ReturnType<World['as']>): Promise<string> {
	const [{ slug } = { slug: '' }] = await listOwnCampaigns.within(as, {});
	await answerInvitation.within(as, { slug, answer: 'yes' });
	return slug;
}
