import { archiveCall, closeCall, reviseCall, showDraft } from '#areas/programmes/server';
import { aCall, lead } from '../call-world.ts';
import type { World } from '../small-world.ts';
import { markOf } from './marks.ts';

const day = 86_400_000;

export const slugs = {
	open: 'marsh-street',
	closed: 'autumn-round',
	/** Of these everybody may know: its panel chooses; and everybody was told. */
	choosing: 'harbour-round',
	told: 'spring-tide',
	draft: markOf('the address of a draft call'),
	archived: markOf('the address of a call that was put away')
};

/** What everybody may know: a call that is open, one that is over. */
export async function publishCalls(world: World, now: Date): Promise<void> {
	const before = new Date(now.getTime() - 30 * day);
	await aCall(world, {
		...open(now),
		slug: slugs.open,
		published: before,
		content: { name: 'Marsh Street', eligibility: { must: ['You are a group of three people or more.'] } }
	});
	const over = { opens: local(now, -90), closes: local(now, -60), slug: slugs.closed };
	await aCall(world, { ...over, published: before, content: { name: 'Autumn round' } });
}

/** What staff alone may know: a draft, a correction nobody has published, a call that was put away. */
export async function hideCalls(world: World, now: Date): Promise<void> {
	const drafted = {
		name: `Draft ${markOf('the name of a draft call')}`,
		purpose: markOf('the words of a draft call')
	};
	await aCall(world, { ...open(now), slug: slugs.draft, published: null, content: drafted });
	const { edition } = await showDraft.within(world.as(lead, now), { slug: slugs.open });
	const correction = { purpose: `To win. ${markOf('a correction that is not published')}` };
	await reviseCall.within(world.as(lead, now), { slug: slugs.open, edition, content: correction });
	const away = { name: `Away ${markOf('the name of a call that was put away')}` };
	await aCall(world, {
		...open(now),
		slug: slugs.archived,
		published: new Date(now.getTime() - day),
		content: away
	});
	const note = markOf('the note of a call that was put away');
	await closeCall.within(world.as(lead, now), { slug: slugs.archived, note });
	await archiveCall.within(world.as(lead, now), { slug: slugs.archived, page: 'goes' });
}

function open(now: Date) {
	return { opens: local(now, -20), closes: local(now, 40), decisionsBy: local(now, 55).slice(0, 10) };
}

/** So many days from now, on the wall of the call's zone (within the hour). */
export function local(now: Date, days: number): string {
	return new Date(now.getTime() + days * day).toISOString().slice(0, 16);
}
