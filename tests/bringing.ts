import { createHash, randomBytes } from 'node:crypto';

/** A recording as far as its beginning tells (Matroska for the web), of so many bytes. */
export function film(bytes: number): Buffer {
	const head = '1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701';
	return Buffer.concat([Buffer.from(head, 'hex'), randomBytes(bytes)], bytes);
}

type Heads = Record<string, string>;
export type Answer = { status: number; offset: number; text: string };

/** Somebody who brings a recording in pieces, request by request, as src/enhance/upload does in a browser. */
export class Bringing {
	readonly name: string;
	readonly #server: () => string;
	readonly #place: string;
	readonly #heads: Heads;
	#address = '';

	constructor(server: () => string, reference: string, { name, ...heads }: { name: string } & Heads) {
		this.name = name;
		this.#server = server;
		this.#place = `/application/${reference}/upload/recording-file`;
		this.#heads = heads;
	}

	/** Goes on where it was, if the same file was begun before. */
	async begin(size: number): Promise<Answer> {
		const told = { filename: this.name, fingerprint: this.name, medium: '' };
		const metadata = Object.entries(told)
			.map(([key, text]) => `${key} ${Buffer.from(text).toString('base64')}`)
			.join(',');
		const heads = { 'upload-length': String(size), 'upload-metadata': metadata };
		const { answer, location } = await this.#ask('POST', this.#place, heads);
		if (location) this.#address = location;
		return answer;
	}

	async send(offset: number, piece: Uint8Array): Promise<Answer> {
		const heads = {
			'content-type': 'application/offset+octet-stream',
			'upload-offset': String(offset),
			'upload-checksum': `sha256 ${createHash('sha256').update(piece).digest('base64')}`
		};
		return (await this.#ask('PATCH', this.#address, heads, piece)).answer;
	}

	async finish(): Promise<Answer> {
		return (await this.#ask('PUT', this.#address, { 'content-type': 'application/json' }, '{}')).answer;
	}

	async #ask(method: string, at: string, heads: Heads, body?: Uint8Array | string) {
		const server = this.#server();
		const response = await fetch(server + at, {
			method,
			headers: {
				'tus-resumable': '1.0.0',
				accept: 'application/json',
				origin: server,
				...this.#heads,
				...heads
			},
			...(body === undefined ? {} : { body: body as BodyInit }),
			signal: AbortSignal.timeout(120_000)
		});
		const offset = Number(response.headers.get('upload-offset') ?? -1);
		const answer = { status: response.status, offset, text: await response.text() };
		return { answer, location: response.headers.get('location') };
	}
}

/** The whole of it, piece after piece; throws at whatever is not taken. */
export async function bringAll(bringing: Bringing, whole: Buffer, pieceSize = 4_000_000): Promise<void> {
	let { offset: at } = took(await bringing.begin(whole.length));
	while (at < whole.length)
		({ offset: at } = took(await bringing.send(at, whole.subarray(at, at + pieceSize))));
	took(await bringing.finish());
}

function took(answer: Answer): Answer {
	if (answer.status >= 300)
		throw new Error(`a piece was not taken: ${answer.status} ${answer.text.slice(0, 200)}`);
	return answer;
}
