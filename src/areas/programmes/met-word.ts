import * as m from '#words';

/** What somebody said of one thing that the call asks for. On paper it may stand open. */
export function metWord(met: boolean | null): string {
	if (met === null) return m.paper_unsaid();
	return met ? m.apply_yes() : m.apply_no();
}
