import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

type News = { cursor: string; html: string; touched: string[] };

/** Decodes what the server writes of a note; nothing else is encoded in it. */
const plain = (html: string) => html.replaceAll('&amp;', '&').replaceAll('&lt;', '<');

/**
 * A phone in a room as src/enhance/room.ts makes of it: it follows the stream from where it stood, and sends each note
 * until the server said that it has it. `server`: the address at this moment, which may be another after a restart.
 */
export class Phone {
	readonly room: string;
	readonly cookie: string;
	/** The board as this phone shows it: text by the id of a note. */
	readonly board = new Map<string, string>();
	/** What the server said that it has. */
	readonly acknowledged = new Map<string, string>();
	/** When each note came here, on the clock of this process. */
	readonly cameAt = new Map<string, number>();
	/** How often a note was put on the board that stood there already. */
	twice = 0;
	failures = 0;
	#cursor = '';
	#server: () => string;
	#address: string;
	#isOn = false;
	#stop: AbortController | undefined;
	#following: Promise<void> | undefined;

	constructor(
		server: () => string,
		{ room, token, address }: { room: string; token: string; address: string }
	) {
		this.#server = server;
		this.room = room;
		this.cookie = `placard_room=${token}`;
		this.#address = address;
	}

	/** The line is there, and tried again when it is lost. */
	connect(): void {
		if (this.#isOn) return;
		this.#isOn = true;
		this.#following = this.#follow();
	}

	/** The line drops without a word. */
	async drop(): Promise<void> {
		this.#isOn = false;
		this.#stop?.abort();
		await this.#following;
	}

	async write(text: string): Promise<string> {
		const id = randomUUID();
		const body = new URLSearchParams({ id, text, lane: '', kind: '' }).toString();
		for (;;) {
			const answer = await this.#post(body).catch(() => undefined);
			if (answer === 'redirect') {
				this.acknowledged.set(id, text);
				return id;
			}
			if (answer !== undefined) throw new Error(`A note was refused: ${answer}`);
			this.failures++;
			await pause(100);
		}
	}

	/** Undefined: nobody answered, or not now. */
	async #post(body: string): Promise<string | undefined> {
		const at = this.#server();
		const answer = await fetch(`${at}/room/${this.room}?/add`, {
			method: 'POST',
			headers: {
				...this.#headers(),
				origin: at,
				accept: 'application/json',
				'x-sveltekit-action': 'true',
				'content-type': 'application/x-www-form-urlencoded'
			},
			body,
			signal: AbortSignal.timeout(15_000)
		});
		const said = (await answer.json()) as { type: string };
		return answer.status >= 500 || answer.status === 429 ? undefined : said.type;
	}

	async #follow(): Promise<void> {
		while (this.#isOn) {
			this.#stop = new AbortController();
			await this.#read(this.#stop.signal).catch(() => undefined);
			if (this.#isOn) await pause(100);
		}
	}

	async #read(signal: AbortSignal): Promise<void> {
		const address = `${this.#server()}/room/${this.room}/live?since=${this.#cursor}`;
		const answer = await fetch(address, { headers: this.#headers(), signal });
		if (!answer.ok || !answer.body) return;
		let rest = '';
		for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
			const events = (rest + piece).split('\n\n');
			rest = events.pop()!;
			for (const event of events) this.#hear(event);
		}
	}

	#hear(event: string): void {
		const data = /^data: (.*)$/m.exec(event)?.[1];
		if (!event.includes('event: news') || !data) return;
		const news = JSON.parse(data) as News;
		this.#cursor = news.cursor;
		for (const id of news.touched) this.board.delete(id);
		const notes = news.html.matchAll(/data-note="([^"]+)"[\s\S]*?<\/span>\s*([\s\S]*?)<\/p>/g);
		for (const [, id, text] of notes) {
			if (this.board.has(id!)) this.twice++;
			this.board.set(id!, plain(text!).trim());
			if (!this.cameAt.has(id!)) this.cameAt.set(id!, performance.now());
		}
	}

	#headers(): Record<string, string> {
		return { cookie: this.cookie, 'x-forwarded-for': this.#address };
	}
}
