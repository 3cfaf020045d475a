import {
	askForCohort,
	beginPhase,
	checkEligibility,
	decide,
	decideAsChosen,
	giveVoice,
	pinConflictOf,
	releaseDecisions,
	takeCohort,
	writeLetterWords
} from '#areas/programmes/server';
import { cohortReport } from '#packages/selection';
import { house, type Actor } from '#shared/actor';
import { keepSolving, takeSolving } from '../../src/areas/programmes/board/server/solve.ts';
import { openDevice } from '../../src/areas/programmes/server/ways-in.ts';
import { aCall } from '../call-world.ts';
import { sentBy, type Held } from '../expression-world.ts';
import type { World } from '../small-world.ts';
import { marks, type Applicant } from './applicants.ts';
import { local, slugs } from './calls.ts';
import { markOf } from './marks.ts';
import { reviews, seatOf, sits, type Panel } from './panel.ts';
import { contacts, type Cohort } from './cohort.ts';
import { asPerson } from './people.ts';

/*
 * Two more calls, both over: of one the panel chooses, and its decisions are pending; of the other everybody was told.
 * On both panels one and the chair must not read one application, and the deputy acts in the place of the chair.
 */
export const chosen = {
	asked: markOf('why the panel asks what if'),
	why: markOf('why the panel takes a group'),
	reader: markOf('why a reader gives a score to one among whom is chosen'),
	feedback: markOf('feedback to somebody who waits'),
	held: markOf('why it is held back from somebody who waits'),
	letter: markOf('what a letter will say to those who wait'),
	pinned: markOf('why staff keep one from who would choose')
};
export const told = {
	feedback: markOf('feedback that was released'),
	reader: markOf('why a reader gave a score to one who was told'),
	pinned: markOf('why staff kept one who was told from a reader')
};

const slug = slugs.choosing;
type Seated = { people: Panel; by: Actor };

export async function publishPast(world: World, now: Date): Promise<void> {
	const open = { opens: local(now, -60), published: ago(now, 70) };
	const content = {
		name: 'Harbour round',
		places: { min: '2', max: '2' },
		terms: { names: 'release', quorum: '2', reserves: '1', chair: ['ends-phases', 'releases'] }
	};
	await aCall(world, { ...open, slug, closes: local(now, -20), decisionsBy: future(now), content });
	const { terms } = content;
	const over = { slug: slugs.told, closes: local(now, -40), decisionsBy: local(now, -1).slice(0, 10) };
	await aCall(world, { ...open, ...over, content: { name: 'Spring tide', terms } });
}

type Told = { haf: Applicant; placed: Held[] };

/** Five were read by the panel; one of them has an offer, with feedback, three more have one, and all have heard. */
export async function isTold(world: World, now: Date, seated: Seated & { people: Cohort }): Promise<Told> {
	const { by, people } = seated;
	const slug = slugs.told;
	const haf = await applied(world, ago(now, 45), 'Haf', slug);
	const other = await sentBy(world, 'Cove group', {}, ago(now, 45), slug);
	const placed: Held[] = [];
	for (const [at, contact] of contacts(people).entries())
		placed.push(
			await sentBy(world, ['Reed bank', 'Salt lane', 'Kelp row'][at]!, { contact }, ago(now, 45), slug)
		);
	const references = [haf, other, ...placed].map(({ reference }) => reference);
	await isRead(world, now, { ...seated, slug, words: told }, references);
	const staff = world.as(by, ago(now, 1));
	const said = { position: '', held: '', why: '', edition: 0 } as const;
	for (const [at, reference] of references.entries()) {
		const kind = reference === other.reference ? 'not' : 'offer';
		const so = { kind, feedback: at ? '' : told.feedback };
		await decide.within(staff, { slug, reference, ...so, ...said } as never);
	}
	const [year, month, day] = future(now).split('-') as [string, string, string];
	await releaseDecisions.within(staff, {
		slug,
		number: 0,
		until: { day, month, year, time: '12:00' },
		days: '7',
		reasons: '',
		sure: 'yes'
	});
	await beginPhase.within(staff, { slug, phase: 'release' });
	await world.runJobs(now);
	return { haf: await isBack(world, now, haf), placed };
}

const kinds = ['access', 'definition', 'protection', 'governance', 'counterdata'];
const regions = ['wales', 'scotland', 'london', 'yorkshire', 'wales'];

/** Six of which two are taken. Gwen’s is the one that not everybody may know of. */
export async function isChosen(world: World, now: Date, { people, by }: Seated): Promise<Applicant> {
	const gwen = await applied(world, ago(now, 30), 'Gwen', slug);
	const references = [gwen.reference];
	for (const [at, kind] of kinds.entries()) {
		const answers = { kind: { kind }, where: { region: regions[at]!, place: `Quay ${at}` } };
		const { reference } = await sentBy(world, `Harbour group ${at}`, answers, ago(now, 30), slug);
		references.push(reference);
	}
	await isRead(world, now, { people, by, slug, words: chosen }, references);
	await isWorkedOut(world, now, { people, by }, gwen);
	await isPending(world, now, gwen, by);
	await world.runJobs(now);
	return isBack(world, now, gwen);
}

/** One more that both must not know of: nothing that they see may change by it. */
export async function isOneMore(world: World, now: Date, { people, by }: Seated): Promise<void> {
	const { reference } = await applied(world, ago(now, 30), 'Iolo', slug);
	const asked = { people, by, slug, words: chosen };
	await isEligible(world, now, reference, asked);
	await isKeptFromBoth(world, now, reference, asked);
	const said = { position: '', feedback: '', held: '', why: '', edition: 0 } as const;
	await decide.within(world.as(by, now), { slug, reference, kind: 'reserve', ...said });
	await world.runJobs(now);
}

/** No offer after all, and nobody tells her yet: nothing that she sees may change by it. */
export async function isDecidedAnew(
	world: World,
	now: Date,
	{ reference }: { reference: string },
	by: Actor
): Promise<void> {
	const staff = world.as(by, now);
	const { feedback, held: why } = chosen;
	await decide.within(staff, {
		slug,
		reference,
		kind: 'not',
		position: '',
		feedback,
		held: 'yes',
		why,
		edition: 2
	});
	await world.runJobs(now);
}

async function applied(world: World, at: Date, name: string, slug: string): Promise<Applicant> {
	const { group, community, data, place, contact, email, telephone } = marks(name);
	const answers = {
		community: { community },
		data: { data },
		where: { region: 'yorkshire', place },
		contact: { 'contact-name': contact, email, telephone }
	};
	const held = await sentBy(world, group, answers, at, slug);
	return { ...held, cookie: '', email };
}

/** Their browser of then has forgotten it; they came back. */
async function isBack(world: World, now: Date, applicant: Applicant): Promise<Applicant> {
	const whose = { expression: applicant.id, co: null };
	const token = await openDevice(world.as(house, now), whose);
	return { ...applicant, token, cookie: `placard_application=${token}` };
}

type Read = Seated & { slug: string; words: Record<'reader' | 'pinned', string> };

async function isEligible(world: World, now: Date, reference: string, { by, slug }: Read): Promise<void> {
	await checkEligibility.within(world.as(by, now), { slug, reference, verdict: 'eligible', why: '' });
}

async function isKeptFromBoth(
	world: World,
	now: Date,
	reference: string,
	{ people: { kept, chair }, by, slug, words }: Read
): Promise<void> {
	for (const person of [kept, chair]) {
		const seat = await seatOf(world, person, slug);
		const pinned = { kind: 'personal', because: words.pinned } as const;
		await pinConflictOf.within(world.as(by, now), { slug, reference, seat, ...pinned });
	}
}

/** The first of these is kept from one reader and the chair; the others read all, and go on to choose. */
async function isRead(world: World, now: Date, asked: Read, references: string[]): Promise<void> {
	const { people, by, slug, words } = asked;
	const { reader, kept, chair, deputy } = people;
	const then = ago(now, 9);
	const none = { none: 'yes' };
	await sits(world, then, { reader, by, slug }, none);
	await sits(world, then, { reader: kept, by, slug }, none);
	await sits(world, then, { reader: chair, by, slug, part: 'chair' }, none);
	await sits(world, then, { reader: deputy, by, slug, part: 'deputy' }, none);
	for (const reference of references) await isEligible(world, then, reference, asked);
	await isKeptFromBoth(world, then, references[0]!, asked);
	await beginPhase.within(world.as(by, then), { slug, phase: 'review' });
	for (const [at, reference] of references.entries())
		for (const [by_, one] of [reader, deputy].entries()) {
			const why = at ? 'They say it well.' : words.reader;
			const score = String(5 + ((at + by_) % 4));
			await reviews(world, then, { reference, reader: one, by, why, slug, score });
		}
	await beginPhase.within(world.as(by, ago(now, 2)), { slug, phase: 'selection' });
}

/** Asked, worked out here and now, said yes to, and taken by the deputy. */
async function isWorkedOut(world: World, now: Date, { people }: Seated, { id }: Applicant): Promise<void> {
	const { reader, deputy } = people;
	const as = asPerson(world, now, reader);
	const changes = { in: [id] };
	const { solving } = await askForCohort.within(as, { slug, changes, tryWhy: chosen.asked });
	const ours = world.as(house, now);
	const { instance } = (await takeSolving.within(ours, { solving }))!;
	const effort = { seed: 1, withWeights: true, seconds: 60 };
	const report = await cohortReport(instance.call, instance.applicants, effort);
	await keepSolving.within(ours, { solving, report, basis: instance.basis });
	for (const one of [reader, deputy])
		await giveVoice.within(asPerson(world, now, one), { slug, solving, says: 'yes' });
	const taking = { slug, solving, why: chosen.why, weightsWhy: '' };
	await takeCohort.within(asPerson(world, now, deputy), taking);
}

async function isPending(world: World, now: Date, { reference }: Applicant, by: Actor): Promise<void> {
	const staff = world.as(by, now);
	await decideAsChosen.within(staff, { slug });
	const { feedback, held: why, letter } = chosen;
	const said = { kind: 'offer', position: '', feedback, held: 'yes', why, edition: 1 } as const;
	await decide.within(staff, { slug, reference, ...said });
	const words = { kind: 'offer', language: 'en', words: `{group}: ${letter}`, edition: 0 } as const;
	await writeLetterWords.within(staff, { slug, ...words });
}

function ago(now: Date, days: number): Date {
	return new Date(now.getTime() - days * 86_400_000);
}

const future = (now: Date) => local(now, 20).slice(0, 10);
