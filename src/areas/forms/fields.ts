import type { AddressParts } from './answer.ts';
import type { Question } from './question.ts';

export const addressParts = [
	'line1',
	'line2',
	'town',
	'region',
	'postcode',
	'country'
] as const satisfies readonly (keyof AddressParts)[];
export const dateParts = ['day', 'month', 'year'] as const;

/** What a page sends besides the answers. */
export const takenFields = ['then', 'remove', 'slug', 'reference', 'page', 'code', 'return-code'];

/** Every name under which a browser sends something for this question. */
export function fieldsOf({ key, kind }: Pick<Question, 'key' | 'kind'>): string[] {
	const parts =
		kind === 'date' ? dateParts : kind === 'address' ? addressParts : kind === 'yes-no' ? ['reason'] : [];
	return [key, ...['version', 'shown', ...parts].map((part) => `${key}-${part}`)];
}

/** The place given to one option of a ranking. */
export function rankField(key: string, value: string): string {
	return `${key}-rank:${value}`;
}
