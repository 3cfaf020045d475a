/** What may show that two expressions came from the same people. */
export type Facts = { id: string; reference: string; group: string; email: string; telephone: string };
export type Reason = 'email' | 'telephone' | 'name' | 'name-nearly';
export type Pair = { one: Facts; two: Facts; because: Reason[] };

/** A group of names alike in their beginning is compared each with each; beyond so many, equal names only. */
const mostCompared = 400;

/**
 * Pairs that look as if they were sent by the same people, with what they have in common. A suggestion for a person to
 * look at; no number says how sure it is, since nothing here is.
 */
export function alike(all: readonly Facts[]): Pair[] {
	const pairs = new Map<string, Pair>();
	const found = (a: Facts, b: Facts, reason: Reason) => {
		const [one, two] = a.id < b.id ? [a, b] : [b, a];
		const key = `${one.id} ${two.id}`;
		const pair = pairs.get(key) ?? { one, two, because: [] };
		pairs.set(key, { ...pair, because: [...pair.because, reason] });
	};
	for (const [a, b] of sameBy(all, ({ email }) => email.trim().toLowerCase())) found(a, b, 'email');
	for (const [a, b] of sameBy(all, ({ telephone }) => lastDigits(telephone))) found(a, b, 'telephone');
	for (const [a, b] of sameBy(all, ({ group }) => plainName(group))) found(a, b, 'name');
	for (const [a, b] of nearly(all)) found(a, b, 'name-nearly');
	return [...pairs.values()];
}

/** "The Damp-Watch Group CIC" and "damp watch": the same name. */
export function plainName(name: string): string {
	const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
	const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word && !common.has(word));
	return words.join(' ');
}

const common = new Set([
	'the',
	'a',
	'of',
	'and',
	'for',
	'group',
	'cic',
	'cio',
	'ltd',
	'limited',
	'y',
	'yr',
	'grwp'
]);

/** Numbers are written with and without the code of the country; their last nine digits tell them apart. */
function lastDigits(telephone: string): string {
	const digits = telephone.replaceAll(/\D/g, '');
	return digits.length < 9 ? '' : digits.slice(-9);
}

function sameBy(all: readonly Facts[], keyOf: (facts: Facts) => string): [Facts, Facts][] {
	const groups = Map.groupBy(all, keyOf);
	groups.delete('');
	return [...groups.values()].filter(({ length }) => length <= mostCompared).flatMap(eachWithEach);
}

/** Two letters differ, in names of eight letters or more that begin alike. */
function nearly(all: readonly Facts[]): [Facts, Facts][] {
	const named = all.filter(({ group }) => plainName(group).length >= 8);
	const groups = Map.groupBy(named, ({ group }) => plainName(group).slice(0, 4));
	return [...groups.values()]
		.filter(({ length }) => length <= mostCompared)
		.flatMap(eachWithEach)
		.filter(([a, b]) => isNear(plainName(a.group), plainName(b.group)));
}

function eachWithEach(group: readonly Facts[]): [Facts, Facts][] {
	return group.flatMap((a, index) => group.slice(index + 1).map((b): [Facts, Facts] => [a, b]));
}

function isNear(a: string, b: string): boolean {
	return a !== b && Math.abs(a.length - b.length) <= 2 && distance(a, b) <= 2;
}

/** Levenshtein's, one row at a time. */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i += 1) {
		const next = [i];
		for (let j = 1; j <= b.length; j += 1)
			next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
		row = next;
	}
	return row[b.length]!;
}
