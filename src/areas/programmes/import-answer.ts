import type { Imported } from './server/call-import.ts';
import { momentJson } from './call-json.ts';
import { gapName } from './gap-words.ts';

/** What `placard import-call` prints: what became of the file, and everything its host still has to say. */
export function importAnswer({ result, name, slug, view, dates, gaps, remarks }: Imported) {
	const moment = (instant: Date | null) => instant && momentJson({ instant, zone: dates.zone });
	const named = (stops: boolean) =>
		gaps.filter((gap) => gap.stops === stops).map(({ code }) => ({ code, says: gapName(code) }));
	return {
		result,
		programme: name,
		address: `/programmes/${slug}`,
		desk: `/desk/programmes/${slug}`,
		phase: view?.phase ?? 'draft',
		opens: moment(dates.opensAt),
		closes: moment(dates.closesAt),
		/** Without these it cannot be published. */
		missing: named(true),
		/** Readers will look for these and not find them. */
		notSaid: named(false),
		remarks
	};
}
