import {
	answerSeat,
	beginPhase,
	checkEligibility,
	chooseReader,
	declareTies,
	inviteToPanel,
	pinConflictOf,
	raiseFlag,
	redactAnswer,
	saveReview,
	showRedacting,
	showReview
} from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';
import { asPerson, joins, type SignedIn } from './people.ts';

export const panel = {
	tie: markOf('whom somebody on the panel is tied to'),
	pinned: markOf('why staff keep an application from the chair'),
	why: markOf('why a reader gives a score'),
	others: markOf('why another reader gives a score'),
	flag: markOf('what a reader flagged')
};

/** The deputy sits on the panel that chooses alone. */
export type Panel = { reader: SignedIn; kept: SignedIn; chair: SignedIn; deputy: SignedIn };

/** Three on the panel of the open call, while it reads without names: one of two cannot be fair, and so it is with the chair. */
export async function isSeated(
	world: World,
	now: Date,
	{ reference }: { reference: string },
	{ people: { reader, kept, chair }, by }: { people: Panel; by: Actor }
): Promise<void> {
	const slug = slugs.open;
	const staff = world.as(by, now);
	await sits(world, now, { reader, by }, { none: 'yes' });
	await sits(world, now, { reader: kept, by }, { ties: [{ name: panel.tie, kind: 'organisation' }] });
	await sits(world, now, { reader: chair, by, part: 'chair' }, { none: 'yes' });
	await checkEligibility.within(staff, { slug, reference, verdict: 'eligible', why: '' });
	for (const [person, because] of [
		[kept, panel.pinned],
		[chair, panel.pinned]
	] as const)
		await pinConflictOf.within(staff, {
			slug,
			reference,
			seat: await seatOf(world, person, slug),
			kind: 'personal',
			because
		});
	const { passages } = await showRedacting.within(staff, { slug, reference });
	const { version } = passages.find(({ key }) => key === 'data')!;
	const copy = {
		slug,
		reference,
		question: 'data',
		words: 'A register that nobody may see.',
		version,
		seen: 0
	};
	await redactAnswer.within(staff, copy);
	await beginPhase.within(staff, { slug, phase: 'review' });
	await reviews(world, now, { reference, reader, by, why: panel.why });
	await raiseFlag.within(asPerson(world, now, reader), { slug, reference, words: panel.flag });
	const other = await joins(world, now, { name: 'Another reader', roles: [] });
	await sits(world, now, { reader: other, by }, { none: 'yes' });
	await reviews(world, now, { reference, reader: other, by, why: panel.others });
	await world.runJobs(now);
}

type Sits = { reader: SignedIn; by: Actor; part?: 'chair' | 'deputy' | 'panellist'; slug?: string };

export async function sits(
	world: World,
	now: Date,
	{ reader, by, part = 'panellist', slug = slugs.open }: Sits,
	said: object
): Promise<void> {
	const { email } = reader;
	await inviteToPanel.within(world.as(by, now), {
		slug,
		name: 'Somebody',
		email,
		part,
		languages: [],
		most: null
	});
	const context = asPerson(world, now, reader);
	await answerSeat.within(context, { slug, answer: 'yes' });
	await declareTies.within(context, { slug, ...said });
}

export async function seatOf({ db }: World, { id }: SignedIn, slug: string): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		select seat.id from programmes.seat join programmes.call on call.id = seat.call
		join programmes.programme on programme.id = call.programme where person = ${id} and slug = ${slug}`;
	return row!.id;
}

type Reviews = { reference: string; reader: SignedIn; by: Actor; why: string; slug?: string; score?: string };

/** A review that is in: a score and a reason for each criterion. */
export async function reviews(world: World, now: Date, asked: Reviews): Promise<void> {
	const { reference, reader, by, why, slug = slugs.open, score = '8' } = asked;
	const seat = await seatOf(world, reader, slug);
	await chooseReader.within(world.as(by, now), { slug, reference, seat });
	const { criteria } = await showReview.within(asPerson(world, now, reader), { slug, reference });
	const marks = Object.fromEntries(criteria.map(({ key }) => [key, { score, why }]));
	await saveReview.within(asPerson(world, now, reader), { slug, reference, edition: 0, marks, then: 'in' });
}
