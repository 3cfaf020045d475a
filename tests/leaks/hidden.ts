import { slugs } from '../lived-in/calls.ts';
import { whoKnows } from './campaigns.ts';
import { beingWritten, forLater } from '../lived-in/form.ts';
import {
	allStaff,
	staff,
	whoChoose,
	withTheApplicant,
	type LivedIn,
	type Viewer
} from '../lived-in/index.ts';
import type { Known, Params } from '../lived-in/places.ts';

const takesPart: readonly Viewer[] = ['who coordinates a campaign', 'who takes part in a campaign'];
const inRooms: readonly Viewer[] = ['who writes in a live workshop', 'who stands somewhere in another'];

/** What stands in addresses of which a viewer may not know whether they lead anywhere. */
export function hiddenFrom(viewer: Viewer, lived: LivedIn, known: Known): Set<string> {
	const hidden = wordsOf(lived, known).filter(([, seenBy]) => !seenBy.includes(viewer));
	return new Set(hidden.map(([word]) => word));
}

function wordsOf(
	{ applicants, onPaper, sentOnPaper }: LivedIn,
	{
		files,
		letters,
		notes,
		people,
		tags,
		deeds,
		filters,
		packs,
		receipts,
		questions,
		answers,
		campaigns,
		photos,
		rooms
	}: Known
): [string, readonly Viewer[]][] {
	const { asha, bran, cerys, dilys, gwen, haf } = applicants;
	const holders: Record<string, readonly Viewer[]> = {
		[asha.reference]: ['the applicant', ...withTheApplicant, ...staff, 'who reads it for the panel'],
		[bran.reference]: ['another applicant'],
		[cerys.reference]: ['who took it back'],
		[dilys.reference]: ['who writes another with somebody'],
		[gwen.reference]: ['who waits to be told', ...staff, ...whoChoose],
		[haf.reference]: ['who was told', ...staff, ...whoChoose],
		[onPaper]: ['who typed it up']
	};
	// Its only file is the scan, which may show what somebody needs.
	const readers: typeof holders = {
		...holders,
		[sentOnPaper]: ['who arranges access'],
		[asha.reference]: ['the applicant', ...withTheApplicant, ...staff]
	};
	const forAfter: typeof holders = {
		[forLater('Asha').fileName]: ['the applicant', ...withTheApplicant],
		[forLater('Cerys').fileName]: ['who took it back']
	};
	return [
		[slugs.draft, allStaff],
		[slugs.archived, allStaff],
		[beingWritten, allStaff],
		...Object.entries(holders),
		[sentOnPaper, allStaff],
		...files.map(({ id, name, reference, kind }): [string, readonly Viewer[]] => [
			id,
			kind === 'pack'
				? ['a lead']
				: kind === 'campaign'
					? takesPart
					: (forAfter[name.replace(/\.txt$/, '')] ?? readers[reference ?? ''] ?? allStaff)
		]),
		...photos.map(({ id }): [string, readonly Viewer[]] => [id, takesPart]),
		// Whoever asked for it alone.
		...packs.map((id): [string, readonly Viewer[]] => [id, ['a lead']]),
		...[...tags, ...deeds, ...receipts].map((id): [string, readonly Viewer[]] => [id, allStaff]),
		// Whoever saved it alone: it is not shared.
		...filters.map((id): [string, readonly Viewer[]] => [id, ['a lead']]),
		...people.map((id): [string, readonly Viewer[]] => [id, ['an administrator']]),
		// Only its author opens a note to change it, and that of what was taken back nobody.
		...notes.map(({ id, reference }): [string, readonly Viewer[]] => [
			id,
			reference === asha.reference ? ['a lead'] : []
		]),
		...campaigns
			.filter(({ isShown }) => !isShown)
			.map((one): [string, readonly Viewer[]] => [one.slug, whoKnows(one)]),
		...rooms.map(({ id }, at): [string, readonly Viewer[]] => [id, [inRooms[at]!]]),
		...letters.map((id): [string, readonly Viewer[]] => [id, allStaff]),
		...[...questions, ...answers].map((id): [string, readonly Viewer[]] => [id, allStaff])
	];
}

/** The same address as it would be for something that nobody has. */
export function nobodys(params: Params, hidden: Set<string>): Params {
	const like = (word: string) => (hidden.has(word) ? likeNobodys(word) : word);
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => [name, value.split('/').map(like).join('/')])
	);
}

/** What stands between its slashes: one place of an address can be a path. */
export function wordsIn(params: Params): string[] {
	return Object.values(params).flatMap((value) => value.split('/'));
}

function likeNobodys(value: string): string {
	if (/^[0-9a-f-]{36}$/.test(value)) return '0badc0de-0000-4000-8000-0000000badc0';
	if (/^[2-9A-Z]{3}-[2-9A-Z]{3}$/.test(value)) return 'BCD-FGH';
	return 'x'.repeat(value.length);
}
