import { boxesOf, forget, recall, remember } from './kept-text.ts';
import { saveQuietly, type Said } from './save-quietly.ts';

const pause = 2000;
const longestWait = 30_000;

/**
 * `<form data-keep-text data-autosave>`: what is typed is kept in this tab until the server has it, saved when a pause
 * comes, and offered back after a reload. Sent while there is no connection, it waits and tries again.
 */
export default function keepText(element: HTMLElement): void {
	if (!(element instanceof HTMLFormElement)) return;
	const form = element;
	offerBack(form);
	if (!('autosave' in form.dataset) || !('requestSubmit' in form)) {
		form.addEventListener('input', () => remember(form));
		return;
	}
	const saver = new Saver(form);
	form.addEventListener('input', () => saver.typed());
	form.addEventListener('submit', (event) => saver.sent(event));
	addEventListener('online', () => saver.again());
	document.addEventListener('visibilitychange', () => document.hidden && saver.now());
	// On a slow line people type before this script arrives.
	if (boxesOf(form).some(({ value, defaultValue }) => value !== defaultValue)) saver.typed();
}

class Saver {
	private form: HTMLFormElement;
	private dirty = false;
	private timer?: ReturnType<typeof setTimeout>;
	private saving: Promise<Said> | undefined;
	private waiting: { button: HTMLElement | null; wait: number; tries: number } | undefined;

	constructor(form: HTMLFormElement) {
		this.form = form;
	}

	typed(): void {
		this.dirty = true;
		remember(this.form);
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.now(), pause);
	}

	now(): void {
		// What breaks here leaves the form as it is: its button sends it without us.
		if (this.dirty && !this.waiting) this.save().catch(() => undefined);
	}

	/** The connection came back, or it is time to try. */
	again(): void {
		if (this.waiting) void this.send(this.waiting.button);
	}

	/** First the text reaches the server, then the browser goes on. Files travel with the form itself. */
	sent(event: SubmitEvent): void {
		if (!this.dirty || this.hasFile() || this.isInTheWay()) return;
		event.preventDefault();
		void this.send(event.submitter).catch(() => this.form.submit());
	}

	private async send(button: HTMLElement | null): Promise<void> {
		clearTimeout(this.timer);
		if ((await this.save()).is === 'away') return this.wait(button);
		this.waiting = undefined;
		this.dirty = false;
		this.form.requestSubmit(button);
	}

	/** Again and again nobody answers a script, while there is a connection: whoever presses once more goes without it. */
	private isInTheWay(): boolean {
		return navigator.onLine && (this.waiting?.tries ?? 0) >= 2;
	}

	private wait(button: HTMLElement | null): void {
		const wait = Math.min((this.waiting?.wait ?? 2500) * 2, longestWait);
		this.waiting = { button, wait, tries: (this.waiting?.tries ?? 0) + 1 };
		this.timer = setTimeout(() => this.again(), wait);
	}

	/** One at a time, so that each is sent with the version that the one before it got. */
	private async save(): Promise<Said> {
		const turn = Promise.resolve(this.saving).then(() => {
			this.dirty = false;
			return saveQuietly(this.form);
		});
		this.saving = turn;
		const answer = await turn;
		if (answer.is === 'kept' && !this.dirty) forget();
		if (answer.is !== 'kept') this.dirty = true;
		this.say(answer);
		return answer;
	}

	private say(answer: Said): void {
		const line = this.form.querySelector<HTMLElement>('[data-save-status]');
		if (!line) return;
		line.textContent = answer.is === 'away' ? line.dataset['away']! : answer.sentence;
		// Read aloud only when something is wrong: "saved" every few seconds would be noise.
		line.setAttribute('aria-live', answer.is === 'kept' ? 'off' : 'polite');
	}

	private hasFile(): boolean {
		return [...this.form.querySelectorAll<HTMLInputElement>('input[type=file]')].some(({ value }) => value);
	}
}

/** What was typed here and never reached the server. */
function offerBack(form: HTMLFormElement): void {
	const offer = document.querySelector<HTMLElement>('[data-text-offer]');
	const kept = new Map(recall());
	const lost = boxesOf(form).filter(({ name, value }) => kept.has(name) && kept.get(name) !== value);
	if (!lost.length || !offer) return form.querySelector('.field-wrong') ? undefined : forget();
	offer.hidden = false;
	offer.querySelector('[data-put-back]')!.addEventListener('click', () => {
		for (const box of lost) box.value = kept.get(box.name)!;
		offer.hidden = true;
		lost[0]!.focus();
		for (const box of lost) box.dispatchEvent(new Event('input', { bubbles: true }));
	});
	offer.querySelector('[data-let-go]')!.addEventListener('click', () => {
		offer.hidden = true;
		forget();
	});
}
