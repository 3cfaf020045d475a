import * as m from '#words';
import { homeZone } from '#shared/dates';
import { sentenceOfDate } from '#words/dates';
import type { PhotoView } from '../server/photo-views.ts';

/** Who put a photo there and when, and until when it is there. */
export function whatBecomesOf({ putAt, by, until, keptAt }: PhotoView): string {
	const day = (instant: Date) => sentenceOfDate(instant, homeZone);
	const put = by
		? m.boards_photo_put_by({ name: by, day: day(putAt) })
		: m.boards_photo_put({ day: day(putAt) });
	const then = until
		? m.boards_photo_until({ day: day(until) })
		: m.boards_photo_kept({ day: day(keptAt ?? putAt) });
	return `${put} ${then}`;
}

/** What was just done with a photo, as the address says it. */
export function saidOfPhoto(done: string | null): string | undefined {
	if (done === 'put') return m.boards_photo_is_put();
	if (done === 'kept') return m.boards_photo_is_kept();
	return done === 'destroyed' ? m.boards_photo_is_destroyed() : undefined;
}
