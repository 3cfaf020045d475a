import type { Template } from '../activity.ts';

/** What is drawn with a line, and what is painted, in a field of 96 by 64. */
export type Picture = { line: string; paint: string };

const dot = (x: number, y: number, r = 4) =>
	`M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const box = (x: number, y: number, width: number, height: number) =>
	`M${x} ${y}h${width}v${height}h${-width}z`;

export const pictures: Record<Template | 'none', Picture> = {
	canvas: {
		paint: box(35, 22, 26, 19),
		line: `${box(8, 4, 80, 56)}M8 22h80M8 41h80M35 4v56M61 4v56`
	},
	'data-cycle': {
		paint: `${dot(48, 10, 7)}${dot(48, 54, 7)}`,
		line: `M57 11a23 23 0 0 1 13 13M70 40a23 23 0 0 1-13 13M39 53a23 23 0 0 1-13-13M26 24a23 23 0 0 1 13-13${dot(72, 32, 6)}${dot(24, 32, 6)}M65 22l5 3 2-6`
	},
	'power-map': {
		paint: `${dot(66, 16, 5)}${dot(30, 22, 5)}`,
		line: `M12 4v52h76M50 34l10-11M60 28v-5h-5${dot(44, 40)}${dot(76, 44)}`
	},
	'opinion-spectrum': {
		paint: `${dot(24, 22, 5)}${dot(70, 22, 5)}${dot(70, 10, 5)}`,
		line: `M6 36h84M12 30l-6 6 6 6M84 30l6 6-6 6${dot(44, 22, 5)}`
	},
	persona: {
		paint: `${box(62, 10, 24, 14)}${box(62, 32, 24, 14)}`,
		line: `${dot(32, 18, 11)}M10 60c0-18 8-26 22-26s22 8 22 26`
	},
	placard: {
		paint: box(14, 4, 68, 34),
		line: 'M48 38v24M24 15h48M24 26h34'
	},
	tactics: {
		paint: `${box(54, 8, 12, 12)}${box(72, 14, 12, 12)}`,
		line: `M48 4v56M8 32h80${box(20, 12, 12, 12)}${box(22, 42, 12, 12)}${box(66, 42, 12, 12)}`
	},
	play: {
		paint: box(66, 8, 22, 18),
		line: `${box(6, 38, 22, 18)}${box(36, 23, 22, 18)}M20 38l14-9M29 29h5v5M50 23l14-7M59 15h5v5`
	},
	retrospective: {
		paint: `${dot(28, 14, 6)}${dot(74, 12, 6)}`,
		line: `M6 34h80M80 28l6 6-6 6${dot(48, 50, 6)}${dot(66, 46, 4)}`
	},
	'community-map': {
		paint: dot(48, 32, 10),
		line: `${dot(48, 32, 19)}${dot(48, 32, 28)}`
	},
	'free-lanes': {
		paint: `${box(14, 20, 18, 12)}${box(64, 36, 18, 12)}`,
		line: `${box(8, 4, 80, 56)}M35 4v56M61 4v56M8 14h80${box(39, 20, 18, 12)}`
	},
	none: {
		paint: `${dot(48, 8, 6)}${dot(48, 56, 6)}`,
		line: `${dot(22, 20, 6)}${dot(22, 44, 6)}${dot(74, 20, 6)}${dot(74, 44, 6)}`
	}
};
