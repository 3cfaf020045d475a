/** The last word of a programme's address, from its name: "Dŵr i Bawb!" → "dwr-i-bawb". */
export function slugOf(name: string): string {
	const plain = name
		.normalize('NFKD')
		.replaceAll(/\p{M}/gu, '')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replaceAll(/^-+|-+$/g, '');
	return plain || 'programme';
}

/** Addresses of the desk's own pages. */
const reserved = ['new'];

/** Small letters, digits and single dashes; '' leaves the choice to us. */
export function isAddress(written: string): boolean {
	if (reserved.includes(written)) return false;
	return written === '' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(written);
}

/** The slug itself, or with the first free number after it. */
export function firstFree(slug: string, taken: readonly string[]): string {
	if (!taken.includes(slug) && !reserved.includes(slug)) return slug;
	let number = 2;
	while (taken.includes(`${slug}-${number}`)) number++;
	return `${slug}-${number}`;
}
