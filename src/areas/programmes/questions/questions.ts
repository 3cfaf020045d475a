import { phaseAt, type Call } from '../call.ts';

/** Days after its end for which a question is kept as it was asked; then its words are deleted. */
export const daysAfterAnswer = 30;
/** Days after it was asked at which a question that nobody answered is deleted. */
export const daysUnanswered = 180;

/** Questions are taken as long as an answer can help somebody who applies. */
export function takesQuestions(call: Call, now: Date): boolean {
	return ['announced', 'open'].includes(phaseAt(call, now));
}

export type Giveaway = 'address' | 'telephone' | 'reference' | 'group';

/**
 * What in a text could lead to a person or a group. A hint for whoever publishes, and no more: that it finds nothing
 * does not mean that nobody is recognised.
 */
export function givesAway(text: string, groups: readonly string[]): Giveaway[] {
	const found: [Giveaway, boolean][] = [
		['address', /\S@\S+\.\S/.test(text)],
		['telephone', /(?:\+?\d[\s().-]{0,2}){9,}/.test(text)],
		['reference', /\b[2-9B-DF-HJ-NP-TV-XZ]{3}-[2-9B-DF-HJ-NP-TV-XZ]{3}\b/.test(text)],
		['group', groups.some((group) => names(text, group))]
	];
	return found.filter(([, is]) => is).map(([giveaway]) => giveaway);
}

/** A name of one short word is in many texts by chance. */
function names(text: string, group: string): boolean {
	const plain = (one: string) =>
		` ${one
			.toLowerCase()
			.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
			.trim()} `;
	return plain(group).length > 8 && plain(text).includes(plain(group));
}
