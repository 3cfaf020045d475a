import type { Progress } from '#areas/boards';
import { boxes, type Box } from './activity.ts';

export type { Progress };

export type Session = {
	key: 'together' | 'see' | 'choose' | 'people' | 'act' | 'keep';
	/** The slugs of its activities, in order. */
	activities: readonly string[];
	/** The boxes that a group fills in it. */
	boxes: readonly Box[];
};

/** Six evenings, one after another, from strangers in a room to a plan that can be kept up. */
export const sessions: readonly Session[] = [
	{
		key: 'together',
		activities: ['who-we-are', 'how-we-feel-about-data', 'look-after-one-another'],
		boxes: ['community', 'care']
	},
	{
		key: 'see',
		activities: ['look-through-justice', 'follow-the-data'],
		boxes: ['power', 'risks']
	},
	{
		key: 'choose',
		activities: ['five-kinds-of-campaign', 'the-change-we-want', 'responsible-data-where-we-are'],
		boxes: ['change', 'measures', 'assumptions']
	},
	{
		key: 'people',
		activities: ['map-the-power', 'step-into-their-shoes', 'build-a-coalition'],
		boxes: ['intervention', 'allies']
	},
	{
		key: 'act',
		activities: ['messages-that-land', 'shape-an-ask', 'choose-tactics', 'write-a-play'],
		boxes: ['communication', 'actions']
	},
	{
		key: 'keep',
		activities: ['working-without-burning-out', 'keep-archive-let-go', 'look-back'],
		boxes: ['learning', 'money']
	}
];

export type SessionOnPath = Session & {
	/** Agreed when each of its boxes is, begun as soon as one is. */
	state: Progress;
	progress: { box: Box; state: Progress }[];
};

export type Path = {
	sessions: SessionOnPath[];
	/** The first session that is not agreed; null when all are. */
	next: Session['key'] | null;
	/** How many boxes of those on the path are agreed. */
	agreed: number;
	of: number;
};

/** Where a campaign is on the path, from how far each box of its canvas is. A box that nobody mentions is empty. */
export function pathWith(progress: Partial<Record<Box, Progress>>): Path {
	const walked = sessions.map((session) => {
		const states = session.boxes.map((box) => ({ box, state: progress[box] ?? 'empty' }));
		return { ...session, progress: states, state: together(states.map(({ state }) => state)) };
	});
	const onPath = boxes.filter((box) => sessions.some((session) => session.boxes.includes(box)));
	return {
		sessions: walked,
		next: walked.find(({ state }) => state !== 'agreed')?.key ?? null,
		agreed: onPath.filter((box) => progress[box] === 'agreed').length,
		of: onPath.length
	};
}

function together(states: readonly Progress[]): Progress {
	if (states.every((state) => state === 'agreed')) return 'agreed';
	return states.every((state) => state === 'empty') ? 'empty' : 'begun';
}

/** The sessions in which an activity stands, counted from 1. */
export function sessionsWith(slug: string): number[] {
	return sessions.flatMap(({ activities }, index) => (activities.includes(slug) ? [index + 1] : []));
}
