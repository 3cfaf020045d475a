import { createHash, type Hash } from 'node:crypto';

/** Bytes of one block. `src/enhance/upload/block-hash.ts` makes the same in the browser. */
const block = 1 << 20;

/**
 * SHA-256 over the SHA-256 of every MiB. A browser can only hash what it holds in memory, so a hash of the whole
 * would need the whole there; this needs one MiB at a time.
 */
export class BlockHash {
	readonly #all = createHash('sha256');
	#one: Hash = createHash('sha256');
	#filled = 0;

	update(bytes: Uint8Array): void {
		for (let from = 0; from < bytes.length;) {
			const part = bytes.subarray(from, from + block - this.#filled);
			this.#one.update(part);
			this.#filled += part.length;
			from += part.length;
			if (this.#filled === block) this.#close();
		}
	}

	digest(): string {
		if (this.#filled) this.#close();
		return this.#all.digest('hex');
	}

	#close(): void {
		this.#all.update(this.#one.digest());
		this.#one = createHash('sha256');
		this.#filled = 0;
	}
}
