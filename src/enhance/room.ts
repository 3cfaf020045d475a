import { keepTime } from './room/clock.ts';
import { whereFocusIs } from './room/focus.ts';
import { Outbox } from './room/outbox.ts';
import { putInPlace, type RoomNews } from './room/place.ts';
import { Pictures } from './room/picture.ts';
import { newParts, putParts, sendQuietly } from './room/parts.ts';

const patience = 5000;
/** Phones that sleep lose the line without a word: one that said nothing for so long is asked for anew. */
const longestSilence = 30_000;

/** `<div data-room data-live="…" data-cursor="…">`: a live room that keeps up by itself. */
export default function room(box: HTMLElement): void {
	if (!('EventSource' in window)) return;
	const live = new LiveRoom(box);
	live.connect();
	addEventListener('online', () => live.connect());
	document.addEventListener('submit', (event) => event.defaultPrevented || live.leave());
	addEventListener('pageshow', ({ persisted }) => persisted && live.connect());
	document.addEventListener('visibilitychange', () => !document.hidden && live.wake());
	document.querySelector<HTMLElement>('[data-room-reload]')!.hidden = true;
}

class LiveRoom {
	private box: HTMLElement;
	private outbox: Outbox;
	private pictures: Pictures;
	private source?: EventSource;
	private cursor: string;
	private heardAt = Date.now();
	private retry?: ReturnType<typeof setTimeout>;
	private fresh = 0;
	private speaking?: ReturnType<typeof setTimeout>;

	constructor(box: HTMLElement) {
		this.box = box;
		this.cursor = box.dataset['cursor']!;
		this.outbox = new Outbox(box);
		this.pictures = new Pictures(box);
		this.furnish();
	}

	/** What is on the page now: also after a part of it is another. */
	private furnish(): void {
		this.outbox.bind();
		keepTime(this.box);
		for (const form of this.box.querySelectorAll<HTMLFormElement>('form[data-room-quiet]'))
			form.addEventListener('submit', (event) => this.send(form, event));
	}

	connect(): void {
		this.source?.close();
		clearTimeout(this.retry);
		const source = new EventSource(`${this.box.dataset['live']}?since=${this.cursor}`);
		this.source = source;
		source.addEventListener('open', () => this.connected());
		source.addEventListener('news', (event) => void this.hear(event as MessageEvent<string>));
		source.addEventListener('over', () => this.over());
		source.addEventListener('error', () => this.lost(source));
	}

	/** A form is sent as a page: what comes now is for the next one. */
	leave(): void {
		this.source?.close();
		clearTimeout(this.retry);
	}

	wake(): void {
		if (Date.now() - this.heardAt > longestSilence) this.connect();
	}

	private connected(): void {
		this.heardAt = Date.now();
		this.line('back', 'away');
		void this.outbox.send();
	}

	/** The browser tries by itself; where the server refused, we ask again. */
	private lost(source: EventSource): void {
		if (source !== this.source) return;
		this.retry ??= setTimeout(() => {
			delete this.retry;
			if (source.readyState === EventSource.OPEN) return;
			this.line('away');
			this.connect();
		}, patience);
	}

	private async hear({ data }: MessageEvent<string>): Promise<void> {
		this.heardAt = Date.now();
		clearTimeout(this.retry);
		delete this.retry;
		const news = JSON.parse(data) as RoomNews;
		this.cursor = news.cursor;
		if (news.isElsewhere) return this.goOn();
		const known = this.box.querySelectorAll('[data-note]').length;
		putInPlace(this.box, news);
		this.pictures.changed();
		this.outbox.arrived(news.touched);
		this.fresh += Math.max(0, this.box.querySelectorAll('[data-note]').length - known);
		this.speak();
	}

	/** Another step: not all phones ask at the same moment. */
	private async goOn(): Promise<void> {
		await new Promise((done) => setTimeout(done, Math.random() * 400));
		if (!(await this.anew())) return this.over();
		const step = this.box.querySelector('.room-step')?.textContent ?? '';
		this.voice().textContent = `${this.voice().dataset['step']} ${step}`;
	}

	private async anew(): Promise<boolean> {
		const words = this.outbox.words();
		const parts = await newParts();
		if (!parts) return false;
		const backToFocus = whereFocusIs(this.box);
		putParts(this.box, parts);
		this.furnish();
		this.outbox.putBack(words);
		this.pictures.changed();
		backToFocus();
		return true;
	}

	private send(form: HTMLFormElement, event: SubmitEvent): void {
		event.preventDefault();
		const { submitter } = event;
		void sendQuietly(form, submitter).then((isTaken) => {
			if (isTaken) void this.anew().then(() => this.confirm());
			else this.openly(form, submitter);
		});
	}

	/** What came of a press is said, and not only shown. */
	private confirm(): void {
		const said = this.box.querySelector('[data-room-said]')?.textContent;
		if (said) this.voice().textContent = said;
	}

	private voice(): HTMLElement {
		return this.box.querySelector<HTMLElement>('[data-room-voice]')!;
	}

	/** What is refused, or cannot be sent by us, goes as the plain form that it is: its page says what is wrong. */
	private openly(form: HTMLFormElement, button: HTMLElement | null): void {
		const plain = form.cloneNode(true) as HTMLFormElement;
		if (button instanceof HTMLButtonElement && button.name) {
			const value = document.createElement('input');
			[value.type, value.name, value.value] = ['hidden', button.name, button.value];
			plain.append(value);
		}
		plain.hidden = true;
		document.body.append(plain);
		plain.submit();
	}

	/** What was written and not sent yet stays on the page. */
	private over(): void {
		this.source?.close();
		document.querySelector<HTMLElement>('[data-room-reload]')!.hidden = false;
		const leave = () => this.outbox.isEmpty() && !this.outbox.hasUnsent() && location.reload();
		void this.outbox.send().then(() => {
			this.outbox.putAside();
			leave();
		});
	}

	private line(say: 'away' | 'back', onlyAfter?: string): void {
		const line = this.box.querySelector<HTMLElement>('[data-room-line]')!;
		if (onlyAfter && line.dataset['now'] !== onlyAfter) return;
		line.dataset['now'] = say;
		line.hidden = false;
		line.textContent = line.dataset[say]!;
		if (say === 'back') setTimeout(() => line.dataset['now'] === 'back' && (line.hidden = true), 4000);
	}

	/** A voice that speaks all the time is switched off: new notes are said together. */
	private speak(): void {
		this.speaking ??= setTimeout(() => {
			delete this.speaking;
			const voice = this.voice();
			if (this.fresh) voice.textContent = voice.dataset['new']!.replace('{count}', String(this.fresh));
			this.fresh = 0;
		}, 10_000);
	}
}
