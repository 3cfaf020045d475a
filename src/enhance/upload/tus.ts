import { base64Of, sha256 } from './block-hash.ts';
import type { Source } from './source.ts';

/** Why a request did not do what it should. Status 0: no answer at all. */
export class Fault extends Error {
	readonly status: number;
	/** Seconds after which to ask again, where the server says so. */
	readonly wait: number;
	constructor(status: number, sentence = '', wait = 0) {
		super(sentence);
		this.status = status;
		this.wait = wait;
	}
}

export type Begun = { address: string; received: number };
type Asked = { method: string; address: string; headers?: Record<string, string>; body?: Blob | string };

/** The requests of tus 1.0.0, and our own one that finishes. One at a time. */
export class Tus {
	private address: string;
	private now: XMLHttpRequest | undefined;
	/** Told how much of the piece under way has left this device. */
	onSent: (bytes: number) => void = () => {};

	constructor(address: string) {
		this.address = address;
	}

	async begin(source: Source): Promise<Begun> {
		const told = {
			filename: source.name,
			fingerprint: await source.fingerprint(),
			medium: source.medium ?? ''
		};
		const metadata = Object.entries(told).map(
			([key, text]) => `${key} ${base64Of(new TextEncoder().encode(text))}`
		);
		const length: Record<string, string> =
			source.size === null ? { 'upload-defer-length': '1' } : { 'upload-length': String(source.size) };
		const headers = { ...length, 'upload-metadata': metadata.join(',') };
		const answer = await this.ask({ method: 'POST', address: this.address, headers });
		const address = answer.getResponseHeader('location')!;
		return { address, received: offsetOf(answer) };
	}

	async received(address: string): Promise<number> {
		return offsetOf(await this.ask({ method: 'HEAD', address }));
	}

	async send(address: string, at: number, piece: Blob): Promise<number> {
		const sum = await sha256(piece);
		const headers = {
			'content-type': 'application/offset+octet-stream',
			'upload-offset': String(at),
			...(sum ? { 'upload-checksum': `sha256 ${base64Of(sum)}` } : {})
		};
		return offsetOf(await this.ask({ method: 'PATCH', address, headers, body: piece }));
	}

	async finish(address: string, hash: string | undefined): Promise<Record<string, unknown>> {
		const body = JSON.stringify(hash ? { hash } : {});
		const headers = { 'content-type': 'application/json' };
		const answer = await this.ask({ method: 'PUT', address, headers, body });
		return JSON.parse(answer.responseText) as Record<string, unknown>;
	}

	async abandon(address: string): Promise<void> {
		await this.ask({ method: 'DELETE', address });
	}

	stop(): void {
		this.now?.abort();
	}

	/** XMLHttpRequest, since fetch does not tell how much has gone. */
	private ask({ method, address, headers = {}, body }: Asked): Promise<XMLHttpRequest> {
		return new Promise((resolve, reject) => {
			const request = new XMLHttpRequest();
			this.now = request;
			request.open(method, address);
			for (const [name, value] of Object.entries({
				'tus-resumable': '1.0.0',
				accept: 'application/json',
				...headers
			}))
				request.setRequestHeader(name, value);
			request.timeout = 30_000 + (body instanceof Blob ? body.size / 4 : 90_000);
			request.upload.onprogress = ({ loaded }) => method === 'PATCH' && this.onSent(loaded);
			request.onload = () => (request.status < 300 ? resolve(request) : reject(faultOf(request)));
			request.onerror = request.ontimeout = request.onabort = () => reject(new Fault(0));
			request.send(body ?? null);
		});
	}
}

function offsetOf(answer: XMLHttpRequest): number {
	return Number(answer.getResponseHeader('upload-offset'));
}

function faultOf(request: XMLHttpRequest): Fault {
	let sentence = '';
	try {
		sentence = String((JSON.parse(request.responseText) as { message?: string }).message ?? '');
	} catch {}
	return new Fault(request.status, sentence, Number(request.getResponseHeader('retry-after') ?? 0));
}
