import * as m from '#words';
import type { DeedView } from './server/deeds.ts';

/** "The tag “To ring” was put on 143 applications". */
export function deedSentence({
	what,
	references,
	isUndoing
}: Pick<DeedView, 'what' | 'references' | 'isUndoing'>): string {
	const count = references.length;
	if (isUndoing) return m.caseload_did_undone({ count });
	if (what.did === 'spam') return m.caseload_did_spam({ count });
	if (what.did === 'unspam') return m.caseload_did_unspam({ count });
	if (what.did === 'released') return m.caseload_did_released({ count });
	if (what.did === 'assigned')
		return m.caseload_did_assigned({ count, name: what.to ?? m.caseload_someone() });
	const tag = what.tag ?? m.caseload_deleted_tag();
	return what.did === 'tagged'
		? m.caseload_did_tagged({ count, tag })
		: m.caseload_did_untagged({ count, tag });
}

/** Who looks after it, in a few words. */
export function assignedSentence({ name, isMe }: { name: string | null; isMe: boolean }): string {
	if (isMe) return m.caseload_assigned_me();
	return name ? m.caseload_assigned_to({ name }) : m.caseload_assigned_gone();
}
