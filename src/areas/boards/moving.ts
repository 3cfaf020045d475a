import type { Note } from './note.ts';
import type { Lane, Template } from './template.ts';

export type Way = 'left' | 'right' | 'up' | 'down';

/**
 * Where a note stands after a press of a key. It stays on the board; one without a place begins in the middle. For
 * readers from right to left the picture is turned round, so left is further on.
 */
export function moved(
	{ axes }: Template,
	{ x, y }: Pick<Note, 'x' | 'y'>,
	way: Way,
	step: number,
	direction: 'ltr' | 'rtl' = 'ltr'
): { x: number | null; y: number | null } {
	if (!axes) return { x: null, y: null };
	const on = way === 'right' ? step : way === 'left' ? -step : 0;
	const up = way === 'up' ? step : way === 'down' ? -step : 0;
	return {
		x: within((x ?? 50) + (direction === 'rtl' ? -on : on)),
		y: axes.y ? within((y ?? 50) + up) : null
	};
}

/** The lane before or after the one in which it stands; the first for one that stands in none. At the end it stays. */
export function laneBeside({ lanes }: Template, { lane }: Pick<Note, 'lane'>, by: -1 | 1): string | null {
	const at = lanes.findIndex(({ key }) => key === lane);
	if (at < 0) return lanes[0]?.key ?? null;
	return lanes[Math.min(Math.max(at + by, 0), lanes.length - 1)]!.key;
}

/** The lane of a letter, when paper is typed up. */
export function laneOfLetter({ lanes }: Template, letter: string): Lane | undefined {
	return lanes.find((lane) => lane.letter === letter.toLowerCase());
}

function within(value: number): number {
	return Math.min(Math.max(Math.round(value), 0), 100);
}
