import type { Activity } from './activity.schema.ts';
import type { FindActivities } from './find.schema.ts';

type Looked = Omit<FindActivities, 'locale'>;

/** Does it fit what somebody looks for? Short enough, for as many as will come, and with each of their words. */
export function fits(activity: Activity, { q, box, kind, minutes, people }: Looked): boolean {
	if (box && !activity.feeds.includes(box)) return false;
	if (kind && activity.kind !== kind) return false;
	if (minutes && activity.minutes.from > minutes) return false;
	if (people && (people < activity.group.from || people > activity.group.to)) return false;
	return hasWords(activity, q);
}

/** In any of its languages: whoever remembers the English name of one finds it in Welsh too. */
function hasWords(activity: Activity, q: string): boolean {
	const wanted = plain(q).split(/\s+/).filter(Boolean);
	if (!wanted.length) return true;
	const texts = Object.values(activity.words).map((words) => plain(JSON.stringify(words ?? '')));
	return texts.some((text) => wanted.every((word) => text.includes(word)));
}

function plain(words: string): string {
	return words.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
