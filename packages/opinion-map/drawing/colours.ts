/** Told apart with any colour vision (Okabe and Ito 2008), dark enough on white; shapes say the same without colour. */
const looks = [
	{ colour: '#0072b2', shape: 'circle', name: 'blue circles' },
	{ colour: '#b04a00', shape: 'square', name: 'orange squares' },
	{ colour: '#007a5a', shape: 'triangle', name: 'green triangles' },
	{ colour: '#a33d7a', shape: 'diamond', name: 'purple diamonds' },
	{ colour: '#5c5200', shape: 'cross', name: 'olive crosses' }
] as const;

export type Look = (typeof looks)[number];

export function lookOf(group: number): Look {
	return looks[group % looks.length]!;
}

const round = (value: number) => String(Math.round(value * 10) / 10);

/** A path for the mark of a group with its middle at x, y. */
export function mark({ shape }: Look, x: number, y: number, r = 4): string {
	const at = (dx: number, dy: number) => `${round(x + dx * r)} ${round(y + dy * r)}`;
	if (shape === 'square') return `M${at(-1, -1)}L${at(1, -1)}L${at(1, 1)}L${at(-1, 1)}Z`;
	if (shape === 'triangle') return `M${at(0, -1.3)}L${at(1.2, 0.9)}L${at(-1.2, 0.9)}Z`;
	if (shape === 'diamond') return `M${at(0, -1.4)}L${at(1.4, 0)}L${at(0, 1.4)}L${at(-1.4, 0)}Z`;
	if (shape === 'cross') return `M${at(-1.2, 0)}L${at(1.2, 0)}M${at(0, -1.2)}L${at(0, 1.2)}`;
	return `M${at(-1, 0)}a${round(r)} ${round(r)} 0 1 0 ${round(2 * r)} 0a${round(r)} ${round(r)} 0 1 0 ${round(-2 * r)} 0Z`;
}
