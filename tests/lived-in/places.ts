import type { ShareLevel } from '#areas/campaigns';
import { isWrittenPart, partNames } from '../../src/areas/programmes/call-fields.ts';
import type { Db } from '#server/db';
import { answered } from '../expression-world.ts';
import type { OwnWorld } from '../small-world.ts';
import type { Route } from '../surfaces/routes.ts';
import { slugs } from './calls.ts';
import { beingWritten, laterPages } from './form.ts';
import type { LivedIn } from './index.ts';

export type Params = Record<string, string>;
export type Places = Params[];
type File = { id: string; name: string; owner: string; kind: string };
export type Known = {
	/** Of the open call. */
	references: string[];
	/** Of the calls that are over. */
	past: { slug: string; reference: string }[];
	codes: string[];
	files: (File & { reference: string | null })[];
	letters: string[];
	people: string[];
	logos: string[];
	notes: { id: string; reference: string | null }[];
	tags: string[];
	deeds: string[];
	questions: string[];
	answers: string[];
	filters: string[];
	packs: string[];
	receipts: string[];
	members: string[];
	/** `isLed`: somebody takes part. */
	campaigns: { slug: string; isShown: boolean; share: ShareLevel; isOfCohort: boolean; isLed: boolean }[];
	/** Photos of the paper of a board, and the files that they are. */
	photos: { id: string; board: string; file: string; sha256: string }[];
	/** Live rooms: the first takes notes, the second what is not shown yet. */
	rooms: { id: string; code: string }[];
	/** Cards of the host's own. */
	activities: string[];
};

const onBoards = ['1', '2', '3', '4'];
const shownIn = ({ campaigns }: Pick<Known, 'campaigns'>) => campaigns.find(({ isShown }) => isShown)!.slug;
/** The boards of the campaign that is shown, and of those of one cohort. */
const boardsIn = ({ campaigns }: Pick<Known, 'campaigns'>) => [
	...onBoards.map((board) => ({ slug: shownIn({ campaigns }), board })),
	...campaigns
		.filter(({ isOfCohort, isLed }) => isOfCohort && isLed)
		.flatMap(({ slug }) => ['1', '2'].map((board) => ({ slug, board })))
];
const inOpen = `programmes/${slugs.open}`;

/**
 * What stands in the places of each address, in a Placard that is lived in. The first line that fits counts. A route
 * that no line knows is an error: whoever adds one says here where it leads.
 */
const lines: [RegExp, (known: Known) => Places][] = [
	[/^[^[]*$/, () => [{}]],
	// Programs show a token and no cookie: whoever looks here without one is a stranger, whatever else they are.
	[
		/^\/api\/v1\/\[\.\.\.path\]/,
		(known) =>
			['programmes', inOpen, `${inOpen}/forms`]
				.concat([slugs.open, slugs.choosing, slugs.told].map((slug) => `programmes/${slug}/applications`))
				.concat(
					inTheirCalls(known).map(({ slug, reference }) => `programmes/${slug}/applications/${reference}`)
				)
				.concat(known.references.map((reference) => `${inOpen}/applications/${reference}/notes`))
				.map((path) => ({ path }))
	],
	// A code that opens nothing: whoever has one that does is shown the door, which is what it is for.
	[/^\/join\/\[code\]/, () => [{ code: 'ZZZZZZZZ' }]],
	[/^\/room\/\[room\]\/notes/, ({ rooms }) => rooms.map(({ id }) => ({ room: id, note: '1' }))],
	[/^\/room\/\[room\]/, ({ rooms }) => rooms.map(({ id }) => ({ room: id }))],
	[
		/^\/workspace\/\[slug\]\/people\/\[member\]/,
		({ members, ...known }) => members.map((member) => ({ slug: shownIn(known), member }))
	],
	[
		/^\/workspace\/\[slug\]\/boards\/\[board\]\/notes/,
		(known) =>
			boardsIn(known)
				.filter(({ board }) => board !== '4')
				.flatMap((at) => ['1', '2'].map((note) => ({ ...at, note })))
	],
	[
		/^\/workspace\/\[slug\]\/boards\/\[board\]\/photos\/\[photo\]/,
		({ photos, ...known }) => photos.map(({ id, board }) => ({ slug: shownIn(known), board, photo: id }))
	],
	[/^\/(workspace|campaigns)\/\[slug\].*\[board\]/, boardsIn],
	[/^\/(workspace|campaigns)\/\[slug\]/, ({ campaigns }) => campaigns.map(({ slug }) => ({ slug }))],
	[/\[slug\]\/form\/question\/\[question\]/, () => inForms('question', ['group', beingWritten])],
	[/\[slug\]\/form\/section\/\[key\]/, () => inForms('key', ['people'])],
	[/\[slug\]\/form\/page\/\[key\]/, () => inForms('key', ['where'])],
	[/\[slug\]\/form\/preview\/\[page\]/, () => inForms('page', ['group', beingWritten])],
	[/\[slug\]\/in\/\[language\]/, () => [{ slug: slugs.open, language: 'ar' }]],
	[/\[slug\]\/done\/\[deed\]/, ({ deeds }) => deeds.map((deed) => ({ slug: slugs.open, deed }))],
	[/\[slug\]\/saved\/\[filter\]/, ({ filters }) => filters.map((filter) => ({ slug: slugs.open, filter }))],
	[/\/receipts\/\[receipt\]/, ({ receipts }) => receipts.map((receipt) => ({ slug: slugs.open, receipt }))],
	[/\[slug\]\/uninvited/, () => [slugs.told, slugs.choosing, slugs.draft].map((slug) => ({ slug }))],
	[/\[slug\]\/board\/draw\/\[number\]/, () => [{ slug: slugs.choosing, number: '1' }]],
	[/\[slug\]\/packs\/\[pack\]/, ({ packs }) => packs.map((pack) => ({ slug: slugs.open, pack }))],
	[/\[slug\]\/tags\/\[tag\]/, ({ tags }) => tags.map((tag) => ({ slug: slugs.open, tag }))],
	[
		/\/expressions\/\[reference\]\/notes\/\[id\]/,
		({ references, notes }) =>
			references.flatMap((reference) => notes.map(({ id }) => ({ slug: slugs.open, reference, id })))
	],
	[
		/\/transcript\/\[question\]/,
		({ references }) =>
			references.map((reference) => ({ slug: slugs.open, reference, question: 'recording-file' }))
	],
	[/\/expressions\/\[reference\]/, (known) => inTheirCalls(known)],
	[/\[slug\]\/questions\/\[id\]/, ({ questions }) => questions.map((id) => ({ slug: slugs.open, id }))],
	[
		/\[slug\]\/duplicates\/\[reference\]\/\[other\]/,
		({ references }) =>
			references.flatMap((reference) =>
				references.slice(1).map((other) => ({ slug: slugs.open, reference, other }))
			)
	],
	[/\[slug\]\/answers\/\[id\]/, ({ answers }) => answers.map((id) => ({ slug: slugs.open, id }))],
	[
		/\[slug\]\/\[part\]/,
		() =>
			Object.values(slugs).flatMap((slug) =>
				(slug === slugs.draft ? parts : parts.slice(0, 1)).map((part) => ({ slug, part }))
			)
	],
	...uploads(/\[slug\].*\[reference\]\/upload\/\[question\]/, { slug: slugs.open }),
	...uploads(/\[reference\]\/upload\/\[question\]/, {}),
	[
		/\[slug\].*\[reference\]\/answer\/\[page\]/,
		({ references }) =>
			references.flatMap((reference) => somePages.map((page) => ({ slug: slugs.open, reference, page })))
	],
	[/\[slug\].*\[reference\]/, (known) => inTheirCalls(known)],
	[/\[slug\]/, () => Object.values(slugs).map((slug) => ({ slug }))],
	[
		/\/application\/\[reference\]\/answer\/\[page\]/,
		({ references }) =>
			references.flatMap((reference, index) =>
				(index === 1 ? pages : somePages).map((page) => ({ reference, page }))
			)
	],
	[
		/\/application\/\[reference\]\/file\/\[id\]\/\[name\]/,
		({ files }) => files.flatMap(({ id, name, reference }) => (reference ? [{ id, name, reference }] : []))
	],
	[
		/\/application\/\[reference\]\/earlier\/\[question\]/,
		({ references }) => references.map((reference) => ({ reference, question: 'group' }))
	],
	[
		/\/application\/\[reference\]\/here\/\[page\]/,
		({ references }) => references.map((reference) => ({ reference, page: 'group' }))
	],
	// Its call stands in no place of the address, and says whose it is.
	[/\[reference\]/, (known) => inTheirCalls(known)],
	[/^\/files\/\[id\]\/\[name\]/, ({ files }) => files.map(({ id, name }) => ({ id, name }))],
	[
		/^\/desk\/toolkit\/\[activity\]\/in\/\[language\]/,
		({ activities }) => activities.map((activity) => ({ activity, language: 'cy' }))
	],
	[/^\/desk\/toolkit\/\[activity\]/, ({ activities }) => activities.map((activity) => ({ activity }))],
	[
		/^\/toolkit\/\[activity\]/,
		({ activities }) => ['map-the-power', ...activities].map((activity) => ({ activity }))
	],
	[/^\/logo\/\[id\]/, ({ logos }) => logos.map((id) => ({ id }))],
	[/^\/desk\/outbox\/\[id\]/, ({ letters }) => letters.map((id) => ({ id }))],
	[/^\/desk\/people\/\[person\]/, ({ people }) => people.map((person) => ({ person }))],
	[/^\/(return|together)\/\[code\]/, ({ codes }) => codes.map((code) => ({ code }))],
	[/^\/sign-in\/(first|link|invitation)\/\[token\]/, () => [{ token: 'x'.repeat(43) }]]
];

const parts = Object.keys(partNames).filter(isWrittenPart);
/** Every page of one application, and of the others those that hold what nobody else may see. */
const somePages = ['group', 'access', 'recording', 'contact', ...laterPages];
const pages = [...Object.keys(answered), 'recording', ...laterPages];

/** A recording that somebody could send, and one on its way that nobody knows. */
function uploads(routes: RegExp, within: Params): typeof lines {
	const recording = { ...within, question: 'recording-file' };
	const unknown = { ...recording, upload: '00000000-0000-4000-8000-0000000000ab' };
	const of = (one: Params) => (known: Known) =>
		known.references.map((reference) => ({ ...within, reference, ...one }));
	return [
		[new RegExp(`${routes.source}\\/\\[upload\\]`), of(unknown)],
		[routes, of(recording)]
	];
}

function inTheirCalls({ references, past }: Known): { slug: string; reference: string }[] {
	return [...references.map((reference) => ({ slug: slugs.open, reference })), ...past];
}

/** In the form of a call that is open, and of one that nobody may know. */
function inForms(name: string, values: readonly string[]): Places {
	return [slugs.open, slugs.draft].flatMap((slug) => values.map((value) => ({ slug, [name]: value })));
}

export function placesIn(known: Known): (route: Pick<Route, 'id'>) => Places {
	return ({ id }) => {
		const line = lines.find(([routes]) => routes.test(id));
		if (!line) throw new Error(`tests/lived-in/places.ts does not say what stands in the places of ${id}`);
		return line[1](known);
	};
}

/** What there is to stand in places. Before people settle in there is one applicant only. */
export function whatIsKnown(
	world: OwnWorld,
	{
		applicants,
		onPaper,
		sentOnPaper
	}: { applicants: Partial<LivedIn['applicants']>; onPaper?: string; sentOnPaper?: string }
): Promise<Known> {
	return world.do(async ({ db }) => ({
		references: [...ofOpen(applicants), onPaper, sentOnPaper].filter((one) => one !== undefined),
		past: [
			...(applicants.gwen ? [{ slug: slugs.choosing, reference: applicants.gwen.reference }] : []),
			...(applicants.haf ? [{ slug: slugs.told, reference: applicants.haf.reference }] : [])
		],
		codes: ['7K2M-9QXA-0R4T-HB6C-ZW31'],
		letters: (await db<{ id: string }[]>`select id from mail.letter order by queued_at, id`).map(
			({ id }) => id
		),
		people: (await db<{ id: string }[]>`select id from identity.person order by since, email`).map(
			({ id }) => id
		),
		notes: await db<Known['notes']>`
			select note.id, expression.reference from programmes.note
			join programmes.expression on expression.id = note.expression`,
		tags: await idsIn(db, 'programmes.tag'),
		deeds: await idsIn(db, 'programmes.deed'),
		questions: await idsIn(db, 'programmes.question'),
		answers: await idsIn(db, 'programmes.answer_for_all'),
		filters: await idsIn(db, 'programmes.saved_filter'),
		packs: await idsIn(db, 'programmes.pack'),
		receipts: await idsIn(db, 'programmes.erasing'),
		members: await idsIn(db, 'campaigns.member'),
		rooms: await db<Known['rooms']>`
			select room.id, code from boards.room join boards.board on board.id = room.board order by number`,
		photos: await db<Known['photos']>`
			select photo.id, board.number::text as board, file, sha256 from boards.photo
			join boards.board on board.id = photo.board join files.file on file.id = photo.file order by put_at, photo.id`,
		campaigns: await db<Known['campaigns']>`
			select slug, share = 'public' as is_shown, share, cohort is not null as is_of_cohort,
				exists (select from campaigns.member where campaign = campaign.id and accepted_at is not null) as is_led
			from campaigns.campaign order by begun_at, share desc, slug`,
		activities: (await db<{ slug: string }[]>`select slug from toolkit.activity order by begun_at`).map(
			({ slug }) => slug
		),
		logos: (await db<File[]>`select id from files.file where owner_kind = 'site'`).map(({ id }) => id),
		files: await db<Known['files']>`
			select file.id, file.name, file.owner_id as owner, file.owner_kind as kind, expression.reference from files.file
			left join programmes.expression on expression.id::text = file.owner_id
			where file.purged_at is null`
	}));
}

function ofOpen({ asha, bran, cerys, dilys }: Partial<LivedIn['applicants']>): (string | undefined)[] {
	return [bran, asha, cerys, dilys].map((one) => one?.reference);
}

async function idsIn(db: Db, table: string): Promise<string[]> {
	const rows = await db<{ id: string }[]>`select id from ${db(table)} order by id`;
	return rows.map(({ id }) => id);
}
