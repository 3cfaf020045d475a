/** Chance that can be had again: the same seed makes the same choices (mulberry32). */
export class Chance {
	#state: number;
	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** From 0 up to 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let t = this.#state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
	}

	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	one<T>(of: readonly T[]): T {
		return of[this.below(of.length)]!;
	}
}
