import type { Box } from './boxes.ts';
import type { Words } from './words.ts';

/** How the notes of a board are shown beside their list. */
export const pictures = ['boxes', 'cycle', 'plane', 'line', 'cards', 'columns', 'sequence', 'rings'] as const;
export const marks = ['square', 'circle', 'triangle', 'diamond', 'hexagon', 'star', 'cross'] as const;
export const deeds = ['add', 'move', 'place', 'vote', 'group'] as const;
export const fieldKinds = ['line', 'text', 'date', 'choice', 'yes'] as const;
export const anonymities = ['never', 'always', 'chosen'] as const;

export type Picture = (typeof pictures)[number];
export type Mark = (typeof marks)[number];
/** What everybody may do in a step. `place`: each for themselves, until the facilitator reveals where all of them stand. */
export type Deed = (typeof deeds)[number];

/** A surface to work on together: data, so that a host can write one without code. */
export type Template = {
	key: string;
	name: Words;
	about: Words;
	picture: Picture;
	lanes: Lane[];
	/** Places are whole numbers from 0 to 100, low to high. Without `y` it is a line. */
	axes: { x: Axis; y: Axis | null } | null;
	/** The first is the usual one. */
	kinds: Kind[];
	links: LinkKind[];
	/** Of a workshop, in their order. */
	steps: Step[];
	/** Do notes show who wrote them? */
	isAnonymous: (typeof anonymities)[number];
};

export type Lane = {
	key: string;
	name: Words;
	prompt: Words;
	/** Typed up from paper by this key; each lane has its own. */
	letter: string;
	/** The box of the canvas to which its notes may go. */
	feeds: Box | null;
	isOptional: boolean;
};

export type Axis = { name: Words; low: Words; high: Words };

export type Kind = {
	key: string;
	name: Words;
	mark: Mark;
	/** One of seven; never the only sign. */
	colour: 1 | 2 | 3 | 4 | 5 | 6 | 7;
	fields: Field[];
	/** A named person may be meant: personal data, with a day on which it is looked at again. */
	isAboutSomebody: boolean;
};

export type Field = {
	key: string;
	name: Words;
	kind: (typeof fieldKinds)[number];
	options: { key: string; name: Words }[];
};

/** What one note may be to another, by their kinds. */
export type LinkKind = { key: string; name: Words; from: string[]; to: string[] };

export type Step = {
	key: string;
	name: Words;
	says: Words;
	minutes: number;
	may: Deed[];
	/** Where notes may go in this step; everywhere without a list. */
	lanes: string[] | null;
};
