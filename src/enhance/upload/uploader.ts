import { blockHash } from './block-hash.ts';
import type { Source } from './source.ts';
import { Fault, type Begun, type Tus } from './tus.ts';

export type Progress =
	| {
			is: 'sending' | 'paused' | 'waiting' | 'checking';
			received: number;
			size: number | null;
			left?: number;
	  }
	| { is: 'done'; name: string; version: number }
	| { is: 'failed'; sentence: string }
	| { is: 'lost' };

const least = 64 * 1024;
const most = 4 * 1024 * 1024;
const secondsAPiece = 4;
const longestWait = 30;

/** Sends a file piece by piece, larger ones where the line is fast, and goes on after whatever happens in between. */
export class Uploader {
	private tus: Tus;
	private source: Source;
	private tell: (progress: Progress) => void;
	private at: Begun | undefined;
	private unsure = false;
	private step = 256 * 1024;
	private rate = 0;
	private tries = 0;
	private restarts = 0;
	private over = false;
	private paused = false;
	private wake: () => void = () => {};

	constructor(tus: Tus, source: Source, tell: (progress: Progress) => void, at?: Begun) {
		this.tus = tus;
		this.source = source;
		this.tell = tell;
		this.at = at;
		tus.onSent = (bytes) => this.say('sending', bytes);
	}

	get isOver(): boolean {
		return this.over;
	}

	async run(): Promise<void> {
		const back = () => this.wake();
		addEventListener('online', back);
		while (!this.over) {
			if (this.paused) await new Promise<void>((resolve) => (this.wake = resolve));
			else await this.advance().then(() => (this.tries = 0), (fault: unknown) => this.afterFault(fault)); // prettier-ignore
		}
		removeEventListener('online', back);
	}

	pause(): void {
		this.paused = true;
		this.tus.stop();
		this.say('paused');
	}

	goOn(): void {
		this.paused = false;
		this.unsure = true;
		this.say('sending');
		this.wake();
	}

	/** Whatever has come is deleted. Where nobody answers, it goes by itself after a day. */
	async abandon(): Promise<void> {
		this.over = true;
		this.tus.stop();
		this.wake();
		if (this.at) await this.tus.abandon(this.at.address).catch(() => undefined);
	}

	private async advance(): Promise<void> {
		const at = (this.at ??= await this.tus.begin(this.source));
		if (this.unsure) at.received = await this.tus.received(at.address);
		this.unsure = false;
		this.say('sending');
		const piece = await this.source.piece(at.received, this.step);
		if (this.over || this.paused) return;
		if (!piece) return this.finish(at);
		const began = performance.now();
		at.received = await this.tus.send(at.address, at.received, piece);
		this.measure(piece.size, (performance.now() - began) / 1000);
	}

	private async finish(at: Begun): Promise<void> {
		this.say('checking');
		const whole = this.source.whole();
		const hash = whole && (await blockHash(whole));
		const answer = await this.tus.finish(at.address, hash);
		this.over = true;
		if (typeof answer['sentence'] === 'string') this.tell({ is: 'failed', sentence: answer['sentence'] });
		else this.tell({ is: 'done', name: String(answer['name']), version: Number(answer['version']) });
	}

	/** Not now: asked again, later and later, or at once when the browser says that the line is back. */
	private async afterFault(fault: unknown): Promise<void> {
		if (this.over || this.paused) return;
		const { status, message, wait } = fault instanceof Fault ? fault : new Fault(-1);
		this.unsure = this.at !== undefined;
		if (status === 404 && this.at) return this.begunElsewhere();
		if (!isPassing(status)) return this.fail(message);
		if (status === 409 || status === 460) return;
		this.tries++;
		this.step = Math.max(least, this.step / 2);
		this.say('waiting');
		await this.pauseFor(Math.max(wait, Math.min(longestWait, 2 ** (this.tries - 1))));
	}

	/** What is not there any more was finished already, by an answer that never came, or given up: the page knows. */
	private begunElsewhere(): void {
		this.at = undefined;
		this.unsure = false;
		if (++this.restarts < 2 && this.source.size !== null) return;
		this.over = true;
		this.tell({ is: 'lost' });
	}

	private fail(sentence: string): void {
		this.over = true;
		this.tell({ is: 'failed', sentence });
	}

	private pauseFor(seconds: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = setTimeout(resolve, seconds * 1000);
			this.wake = () => (clearTimeout(timer), resolve());
		});
	}

	private measure(bytes: number, seconds: number): void {
		const now = bytes / Math.max(seconds, 0.01);
		this.rate = this.rate ? this.rate * 0.7 + now * 0.3 : now;
		this.step = Math.round(Math.max(least, Math.min(most, this.rate * secondsAPiece)));
	}

	private say(is: 'sending' | 'paused' | 'waiting' | 'checking', more = 0): void {
		if (this.over) return;
		const received = (this.at?.received ?? 0) + more;
		const { size } = this.source;
		const left = size !== null && this.rate > 0 ? { left: (size - received) / this.rate } : {};
		// Paused while a piece was being made ready: it may still go, and nothing after it.
		this.tell({ is: this.paused ? 'paused' : is, received, size, ...left });
	}
}

function isPassing(status: number): boolean {
	return [0, 408, 409, 429, 460].includes(status) || status >= 500;
}
