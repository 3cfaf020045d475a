/** Words on a board. Its number is its short code on paper and in the picture. */
export type Note = {
	id: string;
	number: number;
	text: string;
	kind: string;
	lane: string | null;
	/** 0 to 100, where the template has axes and the note has its place on them. */
	x: number | null;
	y: number | null;
	fields: Record<string, string>;
	/** The name of whoever wrote it; `null`: the room. */
	by: string | null;
	links: Link[];
	/** The note under which it is grouped. */
	group: string | null;
	votes: number;
	/** Among its neighbours, lowest first. */
	order: number;
	/** Where it stood before, oldest first. */
	trail: Place[];
	/** The day on which it is asked whether this is still held about a person. */
	reviewOn: string | null;
};

/** Another note, and what it is to this one: the key of a link of the template. */
export type Link = { to: string; as: string };

export type Place = { x: number; y: number; at: Date };

/** All that can change of a note. */
export type Content = {
	text: string;
	kind: string;
	lane: string | null;
	x: number | null;
	y: number | null;
	fields: Record<string, string>;
	under: string | null;
	place: number;
	reviewOn: string | null;
	isStruck: boolean;
	links: Link[];
};

/** What was done to a note, as its history says it. */
export const whats = [
	'made',
	'fed',
	'reworded',
	'kept',
	'moved',
	'struck',
	'restored',
	'linked',
	'grouped',
	'undone'
] as const;
export type What = (typeof whats)[number];
