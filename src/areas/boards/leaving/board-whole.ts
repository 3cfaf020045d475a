import type { Box } from '../boxes.ts';
import type { ShareLevel } from '#areas/campaigns';
import type { Content, What } from '../note.ts';
import type { Template } from '../template.ts';

/** All that a board is and was. People are ids in the database, and keys in a file. */
export type BoardWhole = {
	number: number;
	name: string;
	template: Template;
	share: ShareLevel;
	hidesWriters: boolean;
	madeAt: Date;
	madeBy: string | null;
	putAwayAt: Date | null;
	/** The numbers of its last note and of its last change. */
	lastNote: number;
	lastChange: number;
	notes: (Omit<Content, 'isStruck'> & {
		id: string;
		number: number;
		writtenBy: string | null;
		called: string | null;
		madeAt: Date;
		edition: number;
		votes: number;
		struckAt: Date | null;
	})[];
	states: {
		change: number;
		note: string;
		at: Date;
		by: string | null;
		what: What;
		content: Content;
	}[];
	/** Those that the group keeps. Their bytes stand beside, under their number. */
	photos: {
		number: number;
		sha256: string;
		size: number;
		at: Date;
		by: string | null;
		keptAt: Date;
		keptBy: string | null;
	}[];
	moments: { name: string; change: number; at: Date; by: string | null }[];
	agreements: {
		box: Box;
		change: number;
		at: Date;
		by: string | null;
		endedAt: Date | null;
		endedBy: string | null;
	}[];
	pointers: {
		note: string;
		target: string | null;
		address: string | null;
		says: string;
		isSource: boolean;
		at: Date;
		by: string | null;
		endedAt: Date | null;
		endedBy: string | null;
	}[];
};
