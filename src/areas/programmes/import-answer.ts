import type { Imported } from './server/call-import.ts';
import { momentJson } from './call-json.ts';
import { gapName } from './gap-words.ts';

/** What `placard import-call` prints: what became of the file, and everything its host still has to say. */
export function importAnswer({ result, name, slug, view, gaps, remarks }: Imported) {
	const named = (stops: boolean) =>
		gaps.filter((gap) => gap.stops === stops).map(({ code }) => ({ code, says: gapName(code) }));
	return {
		result,
		programme: name,
		address: `/programmes/${slug}`,
		desk: `/desk/programmes/${slug}`,
		phase: view?.phase ?? 'draft',
		opens: view?.opens ? momentJson(view.opens) : null,
		closes: view?.closes ? momentJson(view.closes) : null,
		/** Without these it cannot be published. */
		missing: named(true),
		/** Readers will look for these and not find them. */
		notSaid: named(false),
		remarks
	};
}
