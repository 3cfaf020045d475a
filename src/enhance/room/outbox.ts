import { unflattened } from '../save-quietly.ts';
import { posted, type Posted } from './parts.ts';

type Waiting = { id: string; fields: [string, string][] };

const longestWait = 15_000;
const key = () => `placard room ${location.pathname}`;

/**
 * What was written on this phone and has not reached the server. It stays in this tab, over a reload too, and is sent in
 * its order until the server has it; each has an id of its own, so that sent twice it is kept once.
 */
export class Outbox {
	private box: HTMLElement;
	private waiting: Waiting[] = [];
	private sending = false;
	private wait = 1000;
	private timer?: ReturnType<typeof setTimeout>;

	constructor(box: HTMLElement) {
		this.box = box;
		this.waiting = recall();
		addEventListener('online', () => void this.send());
		this.show();
		void this.send();
	}

	bind(): void {
		const form = this.form();
		form?.addEventListener('submit', (event) => {
			const words = this.field()?.value.trim();
			// Without words, the page says what is missing.
			if (!words) return;
			event.preventDefault();
			this.put(form);
		});
	}

	isEmpty(): boolean {
		return this.waiting.length === 0;
	}

	hasUnsent(): boolean {
		return !this.part('unsent').hidden;
	}

	/** What stands in the box and was not sent. */
	words(): string {
		return this.field()?.value ?? '';
	}

	/** In the box of the new step; where it has none, beside it. */
	putBack(words: string): void {
		if (!words.trim()) return;
		const field = this.field();
		if (field) field.value = words;
		else this.refuse(words, '');
	}

	/** The room is over: what is in the box, and what was never taken, can still be copied. */
	putAside(): void {
		this.putAsideWords(this.words());
		for (const { fields } of this.waiting) this.putAsideWords(textOf(fields));
		this.keep([]);
	}

	private putAsideWords(words: string): void {
		if (words.trim()) this.refuse(words, '');
	}

	/** Seen on the board, it is with the server, whatever became of the answer. */
	arrived(ids: readonly string[]): void {
		this.keep(this.waiting.filter(({ id }) => !ids.includes(id)));
	}

	async send(): Promise<void> {
		if (this.sending) return;
		this.sending = true;
		clearTimeout(this.timer);
		while (this.waiting[0] && (await this.sendOne(this.waiting[0])));
		this.sending = false;
		if (!this.waiting.length) return;
		this.timer = setTimeout(() => void this.send(), this.wait);
		this.wait = Math.min(this.wait * 2, longestWait);
	}

	private put(form: HTMLFormElement): void {
		const fields = [...new FormData(form)] as [string, string][];
		const id = fields.find(([name]) => name === 'id')![1];
		this.keep([...this.waiting, { id, fields }]);
		const field = this.field()!;
		field.value = '';
		field.focus();
		(form.elements.namedItem('id') as HTMLInputElement).value = newId();
		void this.send();
	}

	/** True: the server said what becomes of it. */
	private async sendOne({ id, fields }: Waiting): Promise<boolean> {
		let answer: Posted;
		try {
			answer = await posted(`${location.pathname}?/add`, new URLSearchParams(fields));
		} catch {
			return false;
		}
		if (answer.status >= 500 || answer.status === 429) return false;
		this.wait = 1000;
		this.keep(this.waiting.filter((one) => one.id !== id));
		const isTaken = answer.type === 'redirect' || answer.type === 'success';
		if (!isTaken) this.refuse(textOf(fields), sentenceOf(answer));
		return true;
	}

	private refuse(words: string, why: string): void {
		const part = this.part('unsent');
		const field = part.querySelector('textarea')!;
		field.value = [field.value, words].filter(Boolean).join('\n');
		part.querySelector('[data-room-why]')!.textContent = why;
		part.hidden = false;
	}

	private keep(waiting: Waiting[]): void {
		this.waiting = waiting;
		// A full or forbidden store keeps nothing, and nothing else is worse for it.
		try {
			if (waiting.length) sessionStorage.setItem(key(), JSON.stringify(waiting));
			else sessionStorage.removeItem(key());
		} catch {}
		this.show();
	}

	private show(): void {
		const part = this.part('waiting');
		part.hidden = this.waiting.length === 0;
		part.querySelector('ul')!.replaceChildren(
			...this.waiting.map(({ fields }) => {
				const line = document.createElement('li');
				line.dir = 'auto';
				line.textContent = textOf(fields);
				return line;
			})
		);
	}

	private part(name: 'unsent' | 'waiting'): HTMLElement {
		return this.box.querySelector<HTMLElement>(`[data-room-${name}]`)!;
	}

	private form(): HTMLFormElement | null {
		return this.box.querySelector<HTMLFormElement>('form[data-room-add]');
	}

	private field(): HTMLTextAreaElement | null {
		return this.box.querySelector<HTMLTextAreaElement>('form[data-room-add] textarea[name=text]');
	}
}

const textOf = (fields: Waiting['fields']) => fields.find(([name]) => name === 'text')?.[1] ?? '';

function recall(): Waiting[] {
	try {
		return JSON.parse(sessionStorage.getItem(key()) ?? '[]') as Waiting[];
	} catch {
		return [];
	}
}

type Refused = { sentence?: string; error?: { message?: string } };

function sentenceOf(answer: Posted): string {
	if (answer.type === 'error') return (answer as unknown as Refused).error?.message ?? '';
	const { sentence = '' } = unflattened(answer.data ?? '[]') as Refused;
	return sentence;
}

/** A random id (RFC 9562 §5.4), where `crypto.randomUUID` is not there: it is for HTTPS alone. */
function newId(): string {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
	return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
