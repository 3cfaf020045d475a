import * as m from '#words';
import type { Reason } from './alike.ts';

export const reasonNames: Record<Reason, () => string> = {
	email: m.sorting_alike_email,
	telephone: m.sorting_alike_telephone,
	name: m.sorting_alike_name,
	'name-nearly': m.sorting_alike_nearly
};
