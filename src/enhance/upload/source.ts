import { hexOf, sha256 } from './block-hash.ts';

/** What is sent: a file that is there, or a recording that grows while it is sent. */
export type Source = {
	name: string;
	medium: string | null;
	/** Nothing while nobody knows. */
	size: number | null;
	/** By which the server knows the same file again. */
	fingerprint: () => Promise<string>;
	/** The next bytes; waits for those that are still to come. Nothing at the end. */
	piece: (from: number, most: number) => Promise<Blob | null>;
	/** All of it, to compare; nothing where this browser no longer has it. */
	whole: () => Blob | undefined;
};

const known = 1 << 20;

/** Names and dates change when a telephone hands a file over again; its beginning and its length do not. */
export function fileSource(file: File): Source {
	return {
		name: file.name,
		medium: null,
		size: file.size,
		async fingerprint() {
			const begins = await sha256(file.slice(0, known));
			return begins
				? `${file.size} ${hexOf(begins)}`
				: `${file.size} ${file.lastModified} ${file.name}`.slice(-200);
		},
		piece: (from, most) => Promise.resolve(from < file.size ? file.slice(from, from + most) : null),
		whole: () => file
	};
}

export class LiveSource implements Source {
	readonly name: string;
	readonly medium: string;
	readonly size = null;
	private type: string;
	private chunks: Blob[] = [];
	private bytes = 0;
	private ended = false;
	private more: () => void = () => {};

	constructor(name: string, medium: string, type: string) {
		this.name = name;
		this.medium = medium;
		this.type = type;
	}

	add(chunk: Blob): void {
		this.chunks.push(chunk);
		this.bytes += chunk.size;
		this.more();
	}

	end(): void {
		this.ended = true;
		this.more();
	}

	get length(): number {
		return this.bytes;
	}

	fingerprint(): Promise<string> {
		return Promise.resolve('recorded here');
	}

	async piece(from: number, most: number): Promise<Blob | null> {
		while (from >= this.bytes && !this.ended) await new Promise<void>((resolve) => (this.more = resolve));
		return from < this.bytes ? this.whole().slice(from, from + most) : null;
	}

	whole(): Blob {
		return new Blob(this.chunks, { type: this.type });
	}
}
