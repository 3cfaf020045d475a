import * as m from '#words';
import { formatsIn } from '#words/tongues';
import type { Here } from './server/beside.ts';

export const nameOrSomebody = (name: string | null): string => name ?? m.together_somebody();

/** "Hana is writing on this page now. Somebody is looking at it." '' when nobody else is there. */
export function lookersSentence({ lookers }: Pick<Here, 'lookers'>): string {
	const names = (writes: boolean) =>
		lookers.filter((one) => one.writes === writes).map(({ name }) => nameOrSomebody(name));
	const sentences = [
		oneOrMore(names(true), m.together_writes, m.together_write),
		oneOrMore(names(false), m.together_looks, m.together_look)
	];
	return sentences.filter(Boolean).join(' ');
}

type One = (of: { name: string }) => string;
type More = (of: { names: string }) => string;

function oneOrMore(names: string[], one: One, more: More): string {
	if (names.length < 2) return names.length ? one({ name: names[0]! }) : '';
	return more({ names: new Intl.ListFormat(formatsIn(), { type: 'conjunction' }).format(names) });
}

/** The same for a script that asks again. */
export function hereWords(here: Here): { who: string; changed: string[] } {
	return { who: lookersSentence(here), changed: here.changed.map((one) => changedSentence(one, here.now)) };
}

/** "Owen changed this answer 5 minutes ago." */
export function changedSentence({ name, isYou, at }: Here['changed'][number], now: Date): string {
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
