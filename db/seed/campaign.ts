import {
	addNote,
	agreeOnBox,
	feedCanvas,
	makeBoard,
	markMoment,
	moveNote,
	pointNote,
	setBoard,
	showCanvas,
	typeUp
} from '#areas/boards/server';
import { openCampaign, shareCampaign } from '#areas/campaigns/server';
import { personWith } from '#server/identity';
import type { Context } from '#server/use-case';
import type { Story } from './story.ts';

const about = {
	name: 'Damp Doesn’t Lie',
	community: 'Tenants of the Fell Lane towers in Keighley: 212 flats, many families, several languages.',
	change:
		'Every tenant is sent the report on their own flat, and the counts of each tower hang in its entrance.',
	data: 'The yearly inspections of the housing association, which six people at head office can read.',
	kind: 'access'
} as const;

/** One of the imaginary groups at work: a canvas half agreed, a map of who decides, what happens to the inspections, tactics. */
export async function campaignAtWork(story: Story): Promise<void> {
	const asked = story.visitor(story.at(-60, '19:05'));
	const shazia = { name: 'Shazia Mahmood', email: 'shazia.mahmood@example.org', locale: 'en' };
	const id = await personWith({ ...asked, record: async () => {} }, shazia);
	const as = (days: number, clock: string) =>
		story.as({ kind: 'person', id, assurance: 1, roles: [] }, story.at(days, clock));
	const { slug } = await openCampaign.within(as(-60, '19:10'), about);
	const canvas = await canvasOf(as(-46, '18:40'), slug);
	const map = await mapOf(as(-39, '18:30'), slug);
	await cycleOf(as(-32, '18:30'), slug);
	const tactics = await tacticsOf(as(-11, '18:30'), slug);
	const later = as(-10, '19:45');
	await moveNote.within(later, { slug, board: map, note: 2, edition: 1, direction: 'right', by: '25' });
	await feedCanvas.within(later, { slug, board: map, notes: ['1', '3'], box: 'allies' });
	await feedCanvas.within(later, { slug, board: tactics, notes: ['1', '2'] });
	await pointNote.within(later, {
		slug,
		board: canvas,
		note: 5,
		target: `${map}/2`,
		says: 'who can order it'
	});
	for (const box of ['community', 'change'] as const) {
		const { boxes } = await showCanvas.within(later, { slug });
		await agreeOnBox.within(later, { slug, box, seen: boxes.find((one) => one.box === box)!.last });
	}
	await shareCampaign.within(later, { slug, share: 'public' });
	for (const [board, name] of [
		[canvas, 'Our canvas'],
		[map, 'Who decides about damp']
	] as const)
		await setBoard.within(later, { slug, board, name, share: 'public' });
}

/** Typed up from paper after the Tuesday meeting. */
async function canvasOf(context: Context, slug: string): Promise<number> {
	const { board } = await makeBoard.within(context, { slug, template: 'canvas', name: 'Our canvas' });
	const typed = [
		'c. Everybody who lives in the four towers, whoever holds the lease',
		'Families with small children, who are ill first',
		'Missing from the room: the night shift, and the ground floor',
		'h. Every tenant gets the report on their own flat',
		'The counts of each tower hang in its entrance'
	].join('\n');
	await typeUp.within(context, { slug, board, typed });
	await markMoment.within(context, { slug, board, name: 'First Tuesday' });
	const care = 'Nobody speaks at two meetings in a row';
	await addNote.within(context, { slug, board, text: care, lane: 'care' });
	return board;
}

async function mapOf(context: Context, slug: string): Promise<number> {
	const { board } = await makeBoard.within(context, {
		slug,
		template: 'power-map',
		name: 'Who decides about damp'
	});
	const at = { slug, board, kind: 'actor' } as const;
	await addNote.within(context, { ...at, text: 'The tenants’ panel of the association', x: '80', y: '35' });
	await addNote.within(context, { ...at, text: 'Head of repairs, as an office', x: '35', y: '80' });
	await addNote.within(context, { ...at, text: 'Public health team of the council', x: '70', y: '60' });
	await addNote.within(context, { ...at, text: 'The firm that inspects', x: '20', y: '45' });
	return board;
}

async function cycleOf(context: Context, slug: string): Promise<void> {
	const { board } = await makeBoard.within(context, {
		slug,
		template: 'data-cycle',
		name: 'A report on a flat'
	});
	const at = { slug, board };
	for (const text of ['The yearly inspection', 'Typed into the repairs system', 'Sorted by what it costs'])
		await addNote.within(context, { ...at, text });
}

async function tacticsOf(context: Context, slug: string): Promise<number> {
	const { board } = await makeBoard.within(context, { slug, template: 'tactics', name: 'What we could do' });
	for (const text of [
		'Each tenant asks for the report on their flat, all on one day',
		'A thermometer in every stairwell, and the readings on the door',
		'Tea with the tenants’ panel before their next meeting'
	])
		await addNote.within(context, { slug, board, text });
	return board;
}
