/**
 * Whether what a panellist says that they are tied to stands in an application: as a name, or as the part of an address
 * after the @. A suggestion, which keeps the two apart until a person has looked at it.
 */
export const conflictKinds = ['organisation', 'collaborator', 'funder', 'personal', 'other'] as const;
export type ConflictKind = (typeof conflictKinds)[number];
export type Tie = { kind: ConflictKind; name: string };

/** What is known of who applies. Nothing of it reaches the panellist. */
export type Known = { names: readonly string[]; addresses: readonly string[]; texts: readonly string[] };

/** The first tie that is found. */
export function tieFound(ties: readonly Tie[], known: Known): Tie | undefined {
	const domains = new Set(known.addresses.map(domainOf).filter((one) => !everybodys.has(one)));
	const names = known.names.map(plain).filter((one) => one.length > 1);
	const texts = known.texts.map(plain);
	return ties.find(({ name }) => {
		const sought = name.trim();
		if (isDomain(sought)) return domains.has(bareDomain(sought));
		const wanted = plain(sought);
		if (wanted.length < 3) return names.includes(wanted);
		const isSame = (one: string) => holds(one, wanted) || (one.length > 5 && holds(wanted, one));
		return names.some(isSame) || texts.some((text) => holds(text, wanted));
	});
}

/** Addresses that say nothing of where somebody works. */
const everybodys = new Set(['gmail.com', 'googlemail.com', 'outlook.com', 'hotmail.com', 'hotmail.co.uk', 'live.com', 'live.co.uk', 'yahoo.com', 'yahoo.co.uk', 'icloud.com', 'me.com', 'aol.com', 'btinternet.com', 'sky.com', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.net', 'mail.com']); // prettier-ignore

function isDomain(text: string): boolean {
	return /^\S*@?[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(text);
}

function bareDomain(text: string): string {
	return domainOf(text.replace(/^https?:\/\//i, '')).replace(/^www\./, '');
}

function domainOf(address: string): string {
	return address
		.slice(address.lastIndexOf('@') + 1)
		.trim()
		.toLowerCase();
}

/** As whole words. */
function holds(text: string, words: string): boolean {
	return ` ${text} `.includes(` ${words} `);
}

/** Letters and figures alone, without marks, in one case: "Ôl-Troed Cyf." is "ol troed". */
function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(/ (ltd|limited|cic|cio|cyf|plc|llp|inc)(?= |$)/g, '')
		.trim();
}
