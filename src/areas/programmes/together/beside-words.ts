import * as m from '#words';
import { formatsIn } from '#words/tongues';
import type { Beside } from './server/beside.ts';

export const nameOrSomebody = (name: string | null): string => name ?? m.together_somebody();

/** "Hana and somebody are looking at this page." '' when nobody else does. */
export function lookersSentence({ lookers }: Pick<Beside, 'lookers'>): string {
	const names = lookers.map(nameOrSomebody);
	if (!names.length) return '';
	if (names.length === 1) return m.together_looks({ name: names[0]! });
	return m.together_look({ names: new Intl.ListFormat(formatsIn(), { type: 'conjunction' }).format(names) });
}

/** "Owen changed this answer 5 minutes ago." */
export function changedSentence({ name, isYou, at }: Beside['changed'][number], now: Date): string {
	const time = ago(at, now);
	return isYou ? m.together_changed_you({ time }) : m.together_changed({ name: nameOrSomebody(name), time });
}

function ago(at: Date, now: Date): string {
	const minutes = Math.round((at.getTime() - now.getTime()) / 60_000);
	const words = new Intl.RelativeTimeFormat(formatsIn(), { numeric: 'auto' });
	if (minutes > -60) return words.format(minutes, 'minute');
	return minutes > -1440
		? words.format(Math.round(minutes / 60), 'hour')
		: words.format(Math.round(minutes / 1440), 'day');
}
