import { beginActivity, publishActivity, reviseActivity, showOwnActivity } from '#areas/toolkit/server';
import type { Actor } from '#shared/actor';
import type { World } from '../small-world.ts';
import { markOf } from './marks.ts';

/** Words on cards that only staff read yet. */
export const unpublished = {
	draft: markOf('a card that nobody published'),
	change: markOf('a change of a card that nobody published')
};
const published = 'maps-on-marsh-street';

/** A card that the host adapted, for everybody. */
export async function isAdapted(world: World, now: Date, by: Actor): Promise<void> {
	const as = world.as(by, now);
	const made = { from: 'map-the-power', title: 'Maps on Marsh Street', language: 'en' } as const;
	const { slug: activity } = await beginActivity.within(as, made);
	await publishActivity.within(as, { activity, edition: 1 });
}

/** One that is still being written, and changes of the other that are not published. */
export async function isWrittenOn(world: World, now: Date, by: Actor): Promise<void> {
	const as = world.as(by, now);
	await beginActivity.within(as, { from: 'look-back', title: unpublished.draft, language: 'en' });
	const { content, first, edition } = await showOwnActivity.within(as, { activity: published });
	const { outcomes, needs, care, steps } = first.body!;
	const { kind, minutes, group, template, feeds, reading, licence, credit } = content;
	await reviseActivity.within(as, {
		activity: published,
		edition,
		kind,
		minutes,
		group,
		template,
		feeds,
		reading,
		licence,
		credit,
		title: first.title,
		purpose: unpublished.change,
		outcomes,
		needs,
		care,
		steps: steps.map((step, at) => ({ minutes: content.steps[at], ...step }))
	});
}
