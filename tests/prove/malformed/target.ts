import type { Control } from '../../surfaces/html.ts';

/** One thing that the server does: a page to look at, or a form to send. */
export type Target = {
	route: string;
	method: 'GET' | 'POST';
	/** Address with its places filled with what exists, and the same with `{0}`, `{1}` … in the places. */
	address: string;
	pattern: string;
	/** What exists, place by place. */
	places: string[];
	controls: Control[];
	cookie: string;
};
