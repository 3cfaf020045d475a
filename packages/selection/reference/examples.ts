import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readApplications } from '../read/read-applications.ts';
import { readCall } from '../read/read-call.ts';

export const examples = ['seed_five_of_50', 'ten_of_50', 'twentyfive_of_50', 'ten_of_200_international'];

type Reference = {
	best_known: number;
	cohort: string[];
	next_best: { objective: number }[];
	legal_single_swaps: number;
	best_swaps: [string, string, number][];
};

const folder = path.join(import.meta.dirname, '../examples');

export function textOf(...names: string[]): string {
	return readFileSync(path.join(folder, ...names), 'utf8');
}

export function referenceOf(name: string) {
	const call = readCall(textOf(name, 'instance.json'));
	const applicants = readApplications(
		textOf(name, 'applications.csv'),
		Object.keys(call.attributes),
		call.topics
	);
	return { call, applicants, reference: JSON.parse(textOf(name, 'reference.json')) as Reference };
}
