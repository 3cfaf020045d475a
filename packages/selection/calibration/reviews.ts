import { csvRows, Malformed, quoted } from '#packages/common';

export type Review = { readonly application: string; readonly reviewer: string; readonly score: number };

/** Reads `scores.csv`: `application,reviewer,score`, one review a line. */
export function readReviews(text: string): Review[] {
	const [header, ...rows] = csvRows(text);
	const names = (header?.fields ?? []).map((name) => name.trim());
	for (const name of ['application', 'reviewer', 'score'])
		if (!names.includes(name))
			throw new Malformed(`there is no column "${name}"; expected application, reviewer, score`, 1);
	const seen = new Set<string>();
	return rows.map(({ fields, line }) => {
		const cell = (column: string) => (fields[names.indexOf(column)] ?? '').trim();
		const [application, reviewer] = [cell('application'), cell('reviewer')];
		const score = /^-?\d*\.?\d+$/.test(cell('score')) ? Number(cell('score')) : NaN;
		if (application === '' || reviewer === '')
			throw new Malformed('the application or the reviewer is missing; expected both', line);
		if (Number.isNaN(score))
			throw new Malformed(`score is ${quoted(cell('score'))}; expected a number`, line);
		const both = JSON.stringify([application, reviewer]);
		if (seen.has(both)) throw new Malformed(`${reviewer} reviews ${application} twice; expected once`, line);
		seen.add(both);
		return { application, reviewer, score };
	});
}
