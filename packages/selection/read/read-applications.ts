import { csvRows, Malformed, quoted } from '#packages/common';
import type { Applicant } from '../problem/problem.ts';

type Cell = (column: string) => string;

const own = ['id', 'groups', 'offers', 'needs', 'score', 'score_se', 'eligible'];
const mostApplicants = 20_000;

/**
 * Reads `applications.csv`: `id`, one column for each attribute that the call names, `groups`, `offers` and `needs` as
 * lists with semicolons, `score` from 0 to 1 and its error `score_se`, `eligible` 1 or 0.
 */
export function readApplications(
	text: string,
	attributes: readonly string[],
	topics: readonly string[]
): Applicant[] {
	const [header, ...rows] = csvRows(text);
	const names = (header?.fields ?? []).map((name) => name.trim());
	for (const name of [...own, ...attributes].filter((one) => one !== 'score_se'))
		if (!names.includes(name))
			throw new Malformed(
				`there is no column ${quoted(name)}; expected ${[...own, ...attributes].join(', ')}`,
				1
			);
	if (rows.length > mostApplicants)
		throw new Malformed(`there are ${rows.length} applications; expected at most ${mostApplicants}`);
	const seen = new Set<string>();
	return rows.map(({ fields, line }) => {
		if (fields.length !== names.length)
			throw new Malformed(
				`${fields.length} fields stand here; expected ${names.length}, as in the first line`,
				line
			);
		const cell: Cell = (column) => (fields[names.indexOf(column)] ?? '').trim();
		const applicant = applicantOf(cell, attributes, topics, line);
		if (seen.has(applicant.id))
			throw new Malformed(`${quoted(applicant.id)} is here twice; expected it once`, line);
		seen.add(applicant.id);
		return applicant;
	});
}

function applicantOf(
	cell: Cell,
	attributes: readonly string[],
	topics: readonly string[],
	line: number
): Applicant {
	const id = cell('id');
	if (id === '') throw new Malformed('the application has no id; expected a number or a name', line);
	return {
		id,
		attributes: Object.fromEntries(attributes.map((name) => [name, cell(name)])),
		groups: listIn(cell, 'groups', line),
		offers: known(listIn(cell, 'offers', line), topics, 'offers', line),
		needs: known(listIn(cell, 'needs', line), topics, 'needs', line),
		score: numberIn(cell, 'score', 1, line),
		scoreError: cell('score_se') === '' ? 0 : numberIn(cell, 'score_se', 1, line),
		isEligible: eligibleIn(cell('eligible'), line)
	};
}

function listIn(cell: Cell, column: string, line: number): string[] {
	const all = cell(column)
		.split(';')
		.map((one) => one.trim())
		.filter(Boolean);
	const twice = all.find((one, at) => all.indexOf(one) !== at);
	if (twice !== undefined)
		throw new Malformed(`${column} names ${quoted(twice)} twice; expected it once`, line);
	return all;
}

function known(given: string[], topics: readonly string[], column: string, line: number): string[] {
	const strange = topics.length ? given.find((one) => !topics.includes(one)) : undefined;
	if (strange === undefined) return given;
	throw new Malformed(
		`${column} names ${quoted(strange)}; expected topics of the call: ${topics.join(', ')}`,
		line
	);
}

function numberIn(cell: Cell, column: string, most: number, line: number): number {
	const text = cell(column);
	const number = /^\d*\.?\d+(e-?\d+)?$/i.test(text) ? Number(text) : NaN;
	if (number >= 0 && number <= most) return number;
	throw new Malformed(`${column} is ${quoted(text)}; expected a number from 0 to ${most}`, line);
}

function eligibleIn(text: string, line: number): boolean {
	if (text === '1' || text === '0') return text === '1';
	throw new Malformed(`eligible is ${quoted(text)}; expected 1 or 0`, line);
}
