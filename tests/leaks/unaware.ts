import { slugs } from '../lived-in/calls.ts';
import type { LivedIn } from '../lived-in/index.ts';
import { steady } from './compare.ts';
import type { Address, Sight } from './look.ts';

/* What those are shown who must not know of something, before it is there and after: the same. */

/** The call of which the panel chooses, what its applicants have, the desk as a whole, and what stands on a page beside it. */
export const isOfChoosing = ({ route, params }: Address, { applicants }: LivedIn) =>
	params['slug'] === slugs.choosing ||
	params['reference'] === applicants.gwen.reference ||
	params['path']?.startsWith(`programmes/${slugs.choosing}`) ||
	['/desk', '/panel', '/desk/programmes', '/desk/outbox'].includes(route.id);

/** Whoever takes the list along is written down, where they read it themselves: so they do before they look around, and after. */
export const isWrittenDown = ({ route }: Address) => /\/expressions\/list\.(csv|json)$/.test(route.id);

export const isSame = (one: Sight, other: Sight) =>
	one.viewer === other.viewer && one.address === other.address && one.isProgram === other.isProgram;

/** Pages that say what time it is now say so a moment later. */
export const withoutClock = (sight: Sight) =>
	steady(sight)
		.replace(/^content-length: .*$/gm, '')
		.replace(/"exported_at": "[^"]*"/g, 'now')
		.replace(/\b\d{1,2}(:\d\d)?\s?(am|pm|yb|yp)\b/g, 'now');
