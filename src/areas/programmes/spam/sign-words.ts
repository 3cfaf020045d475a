import * as m from '#words';
import type { Sign } from './spam.ts';

/** A sign, as a person weighs it. */
export function signWords(sign: Sign): string {
	if (sign.is === 'quick') return m.sorting_sign_quick({ seconds: String(sign.seconds) });
	if (sign.is === 'same-text') return m.sorting_sign_same({ count: sign.others });
	return m.sorting_sign_links();
}
