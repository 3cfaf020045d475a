import {
	actOnMany,
	addUploadPiece,
	beginUpload,
	extendDeadline,
	makeTag,
	nameArranger,
	saveFilter,
	sendExpression,
	typeUpExpression,
	withdrawExpression,
	writeNote
} from '#areas/programmes/server';
import { receivePiece } from '#server/files';
import type { Actor } from '#shared/actor';
import { answered, begun, save, type Held } from '../expression-world.ts';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';
import { forLater } from './form.ts';
import { markOf } from './marks.ts';
import type { SignedIn } from './people.ts';

export type Applicant = Held & { cookie: string; email: string };

/** A draft that its writer alone may see. */
export async function drafts(world: World, now: Date, name: string): Promise<Applicant> {
	const held = await begin(world, now, name);
	await save(world, held, 'group', { group: markOf(`the group of ${name}`) }, now);
	await save(world, held, 'community', { community: markOf(`the community of ${name}`) }, now);
	return held;
}

/** Everything answered, with a mark in each answer that takes words, and sent. */
export async function sends(world: World, now: Date, name: string): Promise<Applicant> {
	const held = await begin(world, now, name);
	for (const [page, fields] of Object.entries(marked(name))) await save(world, held, page, fields, now);
	await save(world, held, 'recording', { letter: letter(name) }, now);
	const { words, fileName, fileText } = forLater(name);
	await save(world, held, 'grant', { grant: words }, now);
	const file = new File([`${fileText}\n`], `${fileName}.txt`, { type: 'text/plain' });
	await save(world, held, 'grant-letter', { 'grant-letter': file }, now);
	await sendExpression.within(world.as(held.actor, now), { reference: held.reference, copy: 'yes' });
	await world.runJobs(now);
	return held;
}

/** A recording of which only the beginning has come. */
export async function isBringing(world: World, now: Date, { reference, actor }: Held, name: string) {
	const context = world.as(actor, now);
	const file = { name: `${markOf(`a recording on its way to ${name}`)}.webm`, size: 5_000_000 };
	const question = 'recording-file';
	const announced = { reference, question, ...file, medium: null, fingerprint: 'a film' };
	const { id } = await beginUpload.within(context, announced);
	const piece = await receivePiece(id, new Uint8Array(1_000_000));
	await addUploadPiece.within(context, { reference, upload: id, at: 0, piece });
}

export async function takesBack(world: World, now: Date, { reference, actor }: Held): Promise<void> {
	await withdrawExpression.within(world.as(actor, now), { reference, sure: 'yes' });
}

/** More time for one person, with the reason that staff wrote. */
export async function isGivenTime(world: World, now: Date, held: Held, by: Actor): Promise<void> {
	const until = new Date(now.getTime() + 50 * 86_400_000);
	const parts = {
		day: String(until.getUTCDate()),
		month: String(until.getUTCMonth() + 1),
		year: String(until.getUTCFullYear()),
		time: '12:00'
	};
	const why = markOf('why somebody has more time');
	await extendDeadline.within(world.as(by, now), { reference: held.reference, until: parts, why });
}

/** A note that staff wrote beside an application. */
export async function isNoted(
	world: World,
	now: Date,
	{ reference }: Held,
	name: string,
	by: Actor
): Promise<void> {
	const note = `Ring back. ${markOf(`the note beside ${name}`)}`;
	await writeNote.within(world.as(by, now), { slug: slugs.open, reference, note });
}

/** Tagged and given to somebody, by one deed each; one of them is taken back later. */
export async function areCased(world: World, now: Date, held: readonly Held[], by: Actor): Promise<void> {
	const name = markOf('the name of a tag').slice(0, 30);
	const { tag } = await makeTag.within(world.as(by, now), { slug: slugs.open, name, colour: 'blue' });
	const reference = held.map((one) => one.reference);
	const id = by.kind === 'person' ? by.id : '';
	await saveFilter.within(world.as(by, now), {
		slug: slugs.open,
		name: markOf('the name of a saved filter'),
		query: `?tag=${tag}`
	});
	for (const act of [`tag:${tag}`, `assign:${id}`])
		await actOnMany.within(world.as(by, now), { slug: slugs.open, act, reference });
}

/** A member of staff who may read what people need. */
export async function arrangesAccess(world: World, now: Date, { id }: SignedIn, by: Actor): Promise<void> {
	const arranger = { slug: slugs.open, person: id, shownAs: 'Maren, who arranges access' };
	await nameArranger.within(world.as(by, now), arranger);
}

/** An application on paper, half typed up by a member of staff. */
export async function isTypedUp(world: World, now: Date, by: Actor): Promise<string> {
	const { reference } = await typeUpExpression.within(world.as(by, now), {
		slug: slugs.open,
		met: ['yes'],
		from: 'paper',
		received: midnight(now)
	});
	await save(world, { reference, actor: by }, 'group', { group: markOf('the group on paper') }, now);
	return reference;
}

/** The same, with a scan of the paper, sent by whoever typed it up. */
export async function isSentOnPaper(world: World, now: Date, by: Actor): Promise<string> {
	const { reference } = await typeUpExpression.within(world.as(by, now), {
		slug: slugs.open,
		met: ['unsaid'],
		from: 'paper',
		received: midnight(now)
	});
	const scan = new File([`${scanned.text}\n`], `${scanned.name}.txt`, { type: 'text/plain' });
	await save(world, { reference, actor: by }, 'group', { group: markOf('the group sent on paper') }, now);
	await save(world, { reference, actor: by }, 'scan', { scan }, now);
	await sendExpression.within(world.as(by, now), { reference });
	return reference;
}

/** What stands on the paper itself, which may be anything: it is for those who arrange access. */
export const scanned = { name: markOf('the name of a scan'), text: markOf('the words of a scan') };

function midnight(now: Date) {
	return {
		day: String(now.getUTCDate()),
		month: String(now.getUTCMonth() + 1),
		year: String(now.getUTCFullYear()),
		time: '00:00'
	};
}

async function begin(world: World, now: Date, name: string): Promise<Applicant> {
	const held = await begun(world, { slug: slugs.open, now, met: ['yes'] });
	return { ...held, cookie: `placard_application=${held.token}`, email: marks(name).email };
}

export const marks = (name: string) => ({
	group: markOf(`the group of ${name}`),
	community: markOf(`the community of ${name}`),
	data: markOf(`a passage about the data of ${name}`),
	place: markOf(`the place of ${name}`),
	access: markOf(`what ${name} needs`),
	contact: markOf(`the name of ${name}`),
	email: `${markOf(`the address of ${name}`)}@example.org`,
	telephone: '07700 900461',
	fileName: markOf(`the name of a file of ${name}`),
	fileText: markOf(`the words in a file of ${name}`)
});

function marked(name: string): typeof answered {
	const { group, community, data, place, access, contact, email, telephone } = marks(name);
	return {
		...answered,
		group: { group },
		community: { community },
		data: { data: `The council keeps a register. ${data}` },
		where: { region: 'yorkshire', place },
		access: { ...answered['access'], access },
		contact: { 'contact-name': contact, email, telephone }
	};
}

function letter(name: string): File {
	const { fileName, fileText } = marks(name);
	return new File([`${fileText}\n`], `${fileName}.txt`, { type: 'text/plain' });
}
