import type { Sight } from './look.ts';

/** What changes with every answer and says nothing: the nonce of its scripts, the tag made of it, and the clock. */
export function steady({ status, shown }: Pick<Sight, 'status' | 'shown'>): string {
	return `${status}\n${shown}`
		.replace(/nonce-[a-z0-9+/=]+/g, 'nonce')
		.replace(/nonce="[^"]*"/g, 'nonce')
		.replace(/^(date|keep-alive|age|etag): .*$/gm, '');
}

/** The same with the words of the address itself left out, in any spelling. */
export function anonymous(sight: Pick<Sight, 'status' | 'shown'>, words: readonly string[]): string {
	return without(steady(sight), words);
}

/** What was shown, but for the words by which it was asked for. */
export function withoutAddress(sight: Sight): string {
	const asked = new URL(sight.address, 'http://x').searchParams.values();
	return without(sight.shown, [
		...Object.values(sight.params),
		...[...asked].filter((word) => word.length > 5)
	]);
}

function without(text: string, words: readonly string[]): string {
	const spellings = words
		.flatMap((word) => [word, encodeURIComponent(word)])
		.map((word) => word.toLowerCase());
	return spellings.reduce((left, word) => left.replaceAll(word, '…'), text);
}

/** Where two answers part, to be read by whoever mends it. */
export function difference(one: string, other: string): string | undefined {
	if (one === other) return undefined;
	const at = [...one].findIndex((character, index) => character !== other[index]);
	const from = Math.max(0, (at < 0 ? one.length : at) - 40);
	const part = (text: string) => text.slice(from, from + 120).replace(/\s+/g, ' ');
	return `"${part(one)}" is not "${part(other)}"`;
}
