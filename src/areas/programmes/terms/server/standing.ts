import { isDeepStrictEqual } from 'node:util';
import { Problem } from '#shared/problem';
import type { Context } from '#server/use-case';
import type { CallContent } from '../../call.schema.ts';
import { termsOf } from '../terms.ts';
import { termsThatStand } from './find-terms.ts';

/**
 * People begin to apply because of what they read: from the opening on, a call says the same of how it chooses. Words
 * elsewhere are corrected as ever.
 */
export async function refuseOtherTerms(
	context: Pick<Context, 'db' | 'now'>,
	call: string,
	content: CallContent
): Promise<void> {
	const stands = await termsThatStand(context, call);
	if (stands && !isSameTerms(stands.content, content)) throw new Problem('terms-stand');
}

export function isSameTerms(one: CallContent, other: CallContent): boolean {
	return isDeepStrictEqual(termsOf(one), termsOf(other));
}
