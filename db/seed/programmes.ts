import {
	archiveCall,
	createProgramme,
	eraseDue,
	extendDeadline,
	nameArranger,
	publishCall,
	reviseCall,
	saveAnswers,
	setDates,
	writeNote
} from '#areas/programmes/server';
import { house, type Actor } from '#shared/actor';
import { begins, isTypedUp, sends, withdraws } from './applying.ts';
import { apprenticeship, countedIn, pilot } from './calls.ts';
import { crossings } from './campaigns/crossings.ts';
import { damp } from './campaigns/damp.ts';
import { desks } from './campaigns/desks.ts';
import { gofalwyr } from './campaigns/gofalwyr.ts';
import { elders, fairWait, kettle, nightBus, pantry, soundings, unsent } from './campaigns/others.ts';
import { riders } from './campaigns/riders.ts';
import type { Staff } from './staff.ts';
import { zone, type Story } from './story.ts';

type Content = Parameters<typeof reviseCall>[1]['content'];
type Span = { opens: number; closes: number; decisions: number; from: number; to: number };

/** Written, dated and published by a member of staff, two days before it opens. */
async function publishes(story: Story, by: Actor, content: Content & { name: string }, span: Span) {
	const as = story.as(by, story.at(span.opens - 2, '15:10'));
	const { slug } = await createProgramme.within(as, { name: content.name });
	await reviseCall.within(as, { slug, edition: 1, content });
	const dates = {
		zone,
		opens: story.local(span.opens, '09:00'),
		closes: story.local(span.closes, '12:00'),
		decisionsBy: story.date(span.decisions),
		runsFrom: story.date(span.from),
		runsTo: story.date(span.to)
	};
	await setDates.within(as, { slug, edition: 2, dates });
	await publishCall.within(as, { slug, edition: 3 });
	await story.settle(as.now);
	return slug;
}

/** The year before: two who were chosen, one who took it back, one who never sent it. Its time is over. */
export async function theYearBefore(story: Story, { idris, rhian }: Staff): Promise<void> {
	const closes = story.monday(-370);
	const span = { opens: closes - 27, closes, decisions: closes + 18, from: closes + 28, to: closes + 210 };
	const slug = await publishes(story, idris, pilot, span);
	for (const campaign of [pantry, soundings])
		await sends(story, await begins(story, slug, campaign, { days: closes - 6 }), campaign, {
			days: closes - 3
		});
	const before = { ...nightBus, reference: 'NGT-782' };
	const leaver = await begins(story, slug, before, { days: closes - 9 });
	await sends(story, leaver, before, { days: closes - 8 });
	await withdraws(story, leaver, { days: closes - 1 });
	await begins(story, slug, unsent, { days: closes - 2 });
	await eraseDue.within(story.as(house, story.at(closes + 90)), {});
	await archiveCall.within(story.as(rhian, story.at(closes + 230)), { slug, page: 'stays' });
	await story.settle(story.at(closes + 230));
}

/** Open since three weeks, with an application in every state that there is. */
export async function thisYear(story: Story, staff: Staff): Promise<{ slug: string; draft: Actor }> {
	const closes = story.monday(19);
	const span = { opens: -21, closes, decisions: closes + 18, from: closes + 32, to: closes + 215 };
	const slug = await publishes(story, staff.idris, countedIn, span);
	await arrangesAccess(story, staff, slug);
	await theFive(story, slug);
	await notesBeside(story, staff, slug);
	const leaver = await begins(story, slug, nightBus, { days: -15 });
	await sends(story, leaver, nightBus, { days: -13 });
	await withdraws(story, leaver, { days: -4, clock: '08:12' });
	const called = await isTypedUp(story, slug, elders, { actor: staff.maggie, from: 'telephone', days: -5 });
	await sends(story, called, elders, { days: -5 });
	await begins(story, slug, kettle, { days: -1, clock: '23:48' });
	const late = await begins(story, slug, fairWait, { days: -6, clock: '21:15' });
	await moreTime(story, staff, late.reference, closes);
	return { slug, draft: late.actor };
}

async function theFive(story: Story, slug: string): Promise<void> {
	const five = [damp, gofalwyr, riders, desks, crossings];
	for (const [index, campaign] of five.entries()) {
		const applicant = await begins(story, slug, campaign, { days: -18 + index * 2, clock: '19:30' });
		await sends(story, applicant, campaign, { days: -17 + index * 2 });
		if (campaign === riders) await tellsMore(story, applicant);
	}
}

/** What colleagues should know before they choose. */
async function notesBeside(story: Story, { idris, maggie }: Staff, slug: string): Promise<void> {
	const { reference } = riders;
	const write = (by: Actor, days: number, clock: string, note: string) =>
		writeNote.within(story.as(by, story.at(days, clock)), { slug, reference, note });
	await write(
		idris,
		-10,
		'10:20',
		'Strong on who decides. Their kind reads as protection, and governance would fit too.'
	);
	await write(
		maggie,
		-9,
		'15:05',
		'Rang Tesfay. Evenings are when they earn, so sessions before 4pm, and never on a Friday.'
	);
}

/** Sent, and then changed: what was sent stays whole. */
async function tellsMore(story: Story, { actor, reference }: Awaited<ReturnType<typeof begins>>) {
	const fields = {
		...riders.answers['learning'],
		'learning-more': 'Our diary now has 74 switch-offs, with dates. We can show how.'
	};
	await saveAnswers.within(story.as(actor, story.at(-3, '22:05')), { reference, page: 'learning', fields });
}

async function arrangesAccess(story: Story, { rhian, maggie }: Staff, slug: string): Promise<void> {
	const person = maggie.kind === 'person' ? maggie.id : '';
	const as = story.as(rhian, story.at(-22));
	await nameArranger.within(as, {
		slug,
		person,
		shownAs: 'Maggie Thwaite, who arranges access',
		until: null
	});
}

async function moreTime(story: Story, { idris }: Staff, reference: string, closes: number): Promise<void> {
	const [year, month, day] = story.date(closes + 4).split('-') as [string, string, string];
	const until = { day, month, year, time: '12:00' };
	const why = 'Robin is in hospital until after the deadline and rang to say so.';
	await extendDeadline.within(story.as(idris, story.at(-2, '11:02')), { reference, until, why });
	await story.settle(story.at(-2, '11:02'));
}

/** Begun, and not ready for anybody. */
export async function nextYear(story: Story, { idris }: Staff): Promise<void> {
	const as = story.as(idris, story.at(-3, '16:55'));
	const { slug } = await createProgramme.within(as, { name: 'A chair at the table' });
	await reviseCall.within(as, { slug, edition: 1, content: apprenticeship });
	await story.settle(as.now);
}
