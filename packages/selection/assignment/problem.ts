/** Who reads what: the applications, those who may read them, and what stands already. */
export type AssignmentCall = {
	readonly applications: readonly ToBeRead[];
	readonly reviewers: readonly Reviewer[];
	/** By how many each application is read, unless it says otherwise. */
	readonly each: number;
	/** What somebody decided, or began: kept, whatever it does to loads. A conflict alone breaks it. */
	readonly fixed?: readonly Reading[];
	/** What stood before: as little as possible of it changes. */
	readonly earlier?: readonly Reading[];
	/** Of assignments that are equally good, the one that this number draws. */
	readonly seed: number;
};

export type ToBeRead = {
	readonly id: string;
	/** Whoever reads it reads all of these. */
	readonly languages?: readonly string[];
	readonly readers?: number;
};

export type Reviewer = {
	readonly id: string;
	/** What they read. Nothing said: every language. */
	readonly languages?: readonly string[];
	/** How many they read at most. */
	readonly most?: number;
	/** The applications that they may not read, nor know of. */
	readonly conflicts?: readonly string[];
};

export type Reading = { readonly application: string; readonly reviewer: string };

/** The same by numbers, in the order of ids. Pairs stand row after row: application × reviewers + reviewer. */
export type Desk = {
	readonly applications: readonly ToBeRead[];
	readonly reviewers: readonly Reviewer[];
	/** How many readers an application still needs beside those who are fixed. */
	readonly needs: Int32Array;
	/** How many a reviewer may take beside what is fixed, and how many that are. */
	readonly room: Int32Array;
	readonly begun: Int32Array;
	/** Whether a reviewer may take an application that is not fixed for them. */
	readonly may: Uint8Array;
	readonly isFixed: Uint8Array;
	readonly wasEarlier: Uint8Array;
	readonly ties: Uint32Array;
};

export function deskOf(call: AssignmentCall): Desk {
	const applications = call.applications.toSorted(byId);
	const reviewers = call.reviewers.toSorted(byId);
	const at = pairNumbers(applications, reviewers);
	const marked = (readings: readonly Reading[] = []) => {
		const marks = new Uint8Array(applications.length * reviewers.length);
		for (const reading of readings) if (at(reading) >= 0) marks[at(reading)] = 1;
		return marks;
	};
	const conflicts = reviewers.map((one) => new Set(one.conflicts));
	const isFixed = marked(call.fixed?.filter((one) => !isInConflict(call, one)));
	const count = (of: number[]) => of.reduce((sum, pair) => sum + isFixed[pair]!, 0);
	const width = reviewers.length;
	const readBy = applications.map((_, one) => count(reviewers.map((__, by) => one * width + by)));
	const begun = reviewers.map((_, by) => count(applications.map((__, one) => one * width + by)));
	return {
		applications,
		reviewers,
		needs: Int32Array.from(applications, ({ readers }, one) =>
			Math.max(0, (readers ?? call.each) - readBy[one]!)
		),
		room: Int32Array.from(reviewers, ({ most }, by) =>
			Math.max(0, Math.min(most ?? Infinity, applications.length) - begun[by]!)
		),
		begun: Int32Array.from(begun),
		may: Uint8Array.from(isFixed, (fixed, pair) => {
			const [one, by] = [applications[Math.floor(pair / width)]!, reviewers[pair % width]!];
			return fixed || conflicts[pair % width]!.has(one.id) || !reads(by, one) ? 0 : 1;
		}),
		isFixed,
		wasEarlier: marked(call.earlier),
		ties: tiesOf(call.seed, applications, reviewers)
	};
}

/** Ids in the order of their code units, so that the order in which they came changes nothing. */
function byId(one: { id: string }, other: { id: string }): number {
	return one.id < other.id ? -1 : Number(one.id > other.id);
}

export function reads(reviewer: Reviewer, application: ToBeRead): boolean {
	const { languages } = reviewer;
	return !languages || (application.languages ?? []).every((one) => languages.includes(one));
}

export function isInConflict(call: AssignmentCall, { application, reviewer }: Reading): boolean {
	return !!call.reviewers.find(({ id }) => id === reviewer)?.conflicts?.includes(application);
}

function pairNumbers(applications: readonly ToBeRead[], reviewers: readonly Reviewer[]) {
	const rows = new Map(applications.map(({ id }, row) => [id, row]));
	const columns = new Map(reviewers.map(({ id }, column) => [id, column]));
	return ({ application, reviewer }: Reading): number => {
		const [row, column] = [rows.get(application), columns.get(reviewer)];
		return row === undefined || column === undefined ? -1 : row * reviewers.length + column;
	};
}

/** A number for each pair that depends on nobody else's being there: FNV-1a, and murmur3's last mixing. */
function tiesOf(
	seed: number,
	applications: readonly ToBeRead[],
	reviewers: readonly Reviewer[]
): Uint32Array {
	const starts = applications.map(({ id }) => hashed(`${id}\0`, hashed(`${seed}\0`, 0x811c9dc5)));
	return Uint32Array.from(
		starts.flatMap((start) => reviewers.map(({ id }) => mixed(hashed(id, start)) >>> 12))
	);
}

function hashed(text: string, from: number): number {
	let hash = from;
	for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	return hash;
}

function mixed(hash: number): number {
	let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
	return (mix ^ (mix >>> 16)) >>> 0;
}
