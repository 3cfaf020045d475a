import { laneOfLetter } from './moving.ts';
import type { Template } from './template.ts';

export type TypedLine = { text: string; lane: string };

/**
 * What was typed up from paper. A letter and a full stop before the words choose the lane ("c. Carers meet on Fridays"),
 * which stays for the lines that follow; without one it is the lane of the line before.
 */
export function typedLines(
	template: Template,
	typed: string,
	current: string
): { lines: TypedLine[]; lane: string } {
	let lane = current;
	const lines: TypedLine[] = [];
	for (const line of typed.split('\n').map((one) => one.trim())) {
		const [, letter = '', rest = ''] = /^(\p{L})[.:]\s*(.*)$/u.exec(line) ?? [];
		const chosen = template.lanes.length > 1 ? laneOfLetter(template, letter) : undefined;
		lane = chosen?.key ?? lane;
		const text = chosen ? rest.trim() : line;
		if (text) lines.push({ text, lane });
	}
	return { lines, lane };
}
