import { isInConflict, reads, type AssignmentCall } from './problem.ts';

/** Of one application: who reads it now and did not, and who does no more, with the reason. */
export type Change = {
	readonly application: string;
	readonly added: readonly string[];
	readonly removed: readonly { readonly reviewer: string; readonly because: Removal }[];
};

/** They do not read for this call any more; have a conflict; do not read its language; or it evens out loads and readers. */
export type Removal = 'gone' | 'conflict' | 'language' | 'evened-out';

/** Nothing where nothing stood before: then everything is new, and nothing moved. */
export function changesOf(call: AssignmentCall, readers: Record<string, readonly string[]>): Change[] {
	if (!call.earlier?.length) return [];
	const before = Map.groupBy(call.earlier, ({ application }) => application);
	return Object.entries(readers).flatMap(([application, now]) => {
		const was = new Set(before.get(application)?.map(({ reviewer }) => reviewer));
		const added = now.filter((one) => !was.has(one));
		const removed = [...was]
			.filter((one) => !now.includes(one))
			.toSorted()
			.map((reviewer) => ({ reviewer, because: whyRemoved(call, application, reviewer) }));
		return added.length || removed.length ? [{ application, added, removed }] : [];
	});
}

function whyRemoved(call: AssignmentCall, application: string, reviewer: string): Removal {
	const one = call.reviewers.find(({ id }) => id === reviewer);
	if (!one) return 'gone';
	if (isInConflict(call, { application, reviewer })) return 'conflict';
	const read = call.applications.find(({ id }) => id === application);
	return read && !reads(one, read) ? 'language' : 'evened-out';
}
