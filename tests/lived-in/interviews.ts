import {
	chooseSlot,
	inviteToInterview,
	offerSlots,
	showInterview,
	writeInterviewNote
} from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import type { Held } from '../expression-world.ts';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';

export const talk = {
	words: markOf('the words of an invitation'),
	room: markOf('the room of a video call'),
	needs: markOf('what is needed for an interview'),
	note: markOf('the note of an interviewer')
};

/** An applicant was invited, chose a time, said what they need; an interviewer wrote a note. */
export async function isInterviewed(
	world: World,
	now: Date,
	held: Held,
	by: Actor,
	slug: string = slugs.open
): Promise<void> {
	const at = { slug, reference: held.reference };
	const staff = world.as(by, now);
	await offerSlots.within(staff, {
		slug,
		first: day(now, 20),
		count: '2',
		minutes: '30',
		pause: '',
		how: 'video',
		place: '',
		link: `https://video.example/${talk.room}`
	});
	await inviteToInterview.within(staff, { ...at, words: talk.words, until: day(now, 10) });
	const own = world.as(held.actor, now);
	const { free } = await showInterview.within(own, { reference: held.reference });
	await chooseSlot.within(own, { reference: held.reference, slot: free[0]!.id, needs: talk.needs });
	await writeInterviewNote.within(staff, { ...at, note: talk.note, edition: 0 });
	await world.runJobs(now);
}

function day(now: Date, days: number) {
	const at = new Date(now.getTime() + days * 86_400_000);
	return {
		day: String(at.getUTCDate()),
		month: String(at.getUTCMonth() + 1),
		year: String(at.getUTCFullYear()),
		time: '12:00'
	};
}
