/** As src/server/files/uploads/block-hash.ts: SHA-256 over the SHA-256 of every MiB, so that no more is ever in memory. */
const block = 1 << 20;

/** Nothing where the browser cannot hash, as over plain http. */
export async function blockHash(whole: Blob): Promise<string | undefined> {
	const all: Uint8Array[] = [];
	for (let from = 0; from < whole.size; from += block) {
		const one = await sha256(whole.slice(from, from + block));
		if (!one) return undefined;
		all.push(one);
	}
	const hash = await sha256(new Blob(all as BlobPart[]));
	return hash && hexOf(hash);
}

export async function sha256(bytes: Blob): Promise<Uint8Array | undefined> {
	if (!('crypto' in window) || !crypto.subtle) return undefined;
	return new Uint8Array(await crypto.subtle.digest('SHA-256', await new Response(bytes).arrayBuffer()));
}

export function hexOf(bytes: Uint8Array): string {
	return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function base64Of(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}
