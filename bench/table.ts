/** One part of the results: a heading, what was done, and a table of figures. */
export type Part = { title: string; how: string; head: string[]; rows: (string | number)[][] };

export function asMarkdown({ title, how, head, rows }: Part): string {
	const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
	const rule = head.map((_, column) => (column ? '---:' : '---'));
	return [`## ${title}`, '', how, '', line(head), line(rule), ...rows.map(line), ''].join('\n');
}

export const times = (ratio: number) => `${ratio.toFixed(1)}×`;
export const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
export const seconds = (value: number) => `${(value / 1000).toFixed(1)} s`;
export const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
