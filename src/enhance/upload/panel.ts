import type { Source } from './source.ts';
import { Tus, type Begun } from './tus.ts';
import { Uploader, type Progress } from './uploader.ts';

type Words = Record<string, string>;
const panels = new WeakMap<HTMLElement, Panel>();

/** The one panel of a question: what is chosen and what is recorded here show in the same place. */
export function panelOf(root: HTMLElement): Panel {
	const panel = panels.get(root) ?? new Panel(root);
	panels.set(root, panel);
	return panel;
}

/** `<div data-upload="address" data-words="{…}">`: how far a file is, in words and as a picture. */
export class Panel {
	readonly root: HTMLElement;
	readonly words: Words;
	private uploader: Uploader | undefined;
	private last = '';
	private held: HTMLElement | null | undefined;
	/** Told when it is saved, refused or given up. */
	onEnd: (how: 'done' | 'failed' | 'gone') => void = () => {};

	constructor(root: HTMLElement) {
		this.root = root;
		this.words = JSON.parse(root.dataset['words']!) as Words;
		this.part('pause').addEventListener('click', () => this.uploader?.pause());
		this.part('go-on').addEventListener('click', () => this.uploader?.goOn());
		this.part('cancel').addEventListener('click', () => void this.abandon());
		root.closest('form')!.addEventListener('submit', (event) => this.hold(event), { capture: true });
		addEventListener('beforeunload', (event) => this.isLive && event.preventDefault());
	}

	/** Something that only this page has is still on its way. */
	private isLive = false;

	start(source: Source, { at, quietly = false }: { at?: Begun; quietly?: boolean } = {}): void {
		void this.uploader?.abandon();
		// A file that is chosen while one is recorded takes its place.
		if (this.isLive && source.size !== null) this.onEnd('gone');
		const tus = new Tus(this.root.dataset['upload']!);
		const uploader = new Uploader(
			tus,
			source,
			(progress) => this.uploader === uploader && this.show(progress),
			at
		);
		this.uploader = uploader;
		this.isLive = source.size === null;
		this.last = '';
		this.part('name').textContent = source.name;
		this.part('bar').setAttribute('aria-label', fill(this.words['of']!, { name: source.name }));
		this.hideWrong();
		if (!quietly) this.part('panel').hidden = false;
		void uploader.run();
	}

	reveal(): void {
		this.part('panel').hidden = !this.uploader;
	}

	async abandon(): Promise<void> {
		const { uploader } = this;
		this.end('gone');
		this.say(this.words['givenUp']!);
		await uploader?.abandon();
	}

	private show(progress: Progress): void {
		if (progress.is === 'done') return this.done(progress);
		if (progress.is === 'failed') return this.failed(progress.sentence || this.words['failed']!);
		if (progress.is === 'lost') return location.reload();
		const { is, received, size } = progress;
		const percent = size ? Math.floor((100 * received) / size) : 0;
		const bar = this.part('bar') as HTMLProgressElement;
		if (size) bar.value = percent;
		else bar.removeAttribute('value');
		this.part('state').textContent = this.sentence(progress, percent);
		this.part('pause').hidden = is !== 'sending' || size === null;
		this.part('go-on').hidden = is !== 'paused';
		this.part('cancel').hidden = is === 'checking';
		this.keepFocus();
		// Aloud at each quarter and when something changes, never at each per cent.
		const stage = `${is} ${Math.floor(percent / 25)}`;
		if (stage !== this.last && size) this.say(this.sentence(progress, percent));
		this.last = stage;
	}

	private sentence(progress: Exclude<Progress, { is: 'done' | 'failed' | 'lost' }>, percent: number): string {
		const { is, received, size, left } = progress;
		if (is !== 'sending') return this.words[is]!;
		const share = size ?? received;
		const sent = fill(this.words['sending']!, {
			received: megabytes(received),
			size: megabytes(share),
			percent: figures(percent)
		});
		return left === undefined ? sent : `${sent} ${this.timeLeft(left)}`;
	}

	private timeLeft(seconds: number): string {
		const minutes = Math.round(seconds / 60);
		return minutes < 2 ? this.words['leftSoon']! : fill(this.words['left']!, { minutes: figures(minutes) });
	}

	private done({ name, version }: { name: string; version: number }): void {
		const { root } = this;
		const kept = root.querySelector<HTMLElement>('[data-upload-kept]')!;
		kept.querySelector('strong')!.textContent = name;
		for (const before of root.querySelectorAll<HTMLElement>('.kept, .upload-player'))
			if (before !== kept) before.hidden = true;
		kept.hidden = false;
		const field = root.closest('form')!.elements.namedItem(`${root.dataset['name']}-version`);
		if (field instanceof HTMLInputElement) field.value = String(version);
		this.say(this.words['done']!);
		const { held } = this;
		this.end('done');
		if (held !== undefined) root.closest('form')!.requestSubmit(held);
	}

	private failed(sentence: string): void {
		const wrong = this.root.querySelector<HTMLElement>('[data-upload-wrong]')!;
		wrong.textContent = sentence;
		wrong.hidden = false;
		this.end('failed');
	}

	private hideWrong(): void {
		this.root.querySelector<HTMLElement>('[data-upload-wrong]')!.hidden = true;
		this.part('hold').hidden = true;
	}

	private end(how: 'done' | 'failed' | 'gone'): void {
		this.uploader = undefined;
		this.isLive = false;
		this.held = undefined;
		this.part('hold').hidden = true;
		this.part('panel').hidden = true;
		if (this.root.contains(document.activeElement)) this.keepFocus();
		this.onEnd(how);
	}

	/** Going on waits for the recording; saving for later does not, and finds it again. */
	private hold(event: SubmitEvent): void {
		const button = event.submitter as HTMLButtonElement | null;
		if (!this.uploader || button?.name === 'then') return;
		event.preventDefault();
		event.stopImmediatePropagation();
		this.held = button;
		this.part('hold').hidden = false;
		this.say(this.words['hold']!);
		this.onHold();
	}

	/** Told when somebody wants to go on while something is recorded here. */
	onHold: () => void = () => {};

	say(sentence: string): void {
		this.part('said').textContent = sentence;
	}

	/** A button that goes away must not take the focus with it. */
	private keepFocus(): void {
		const active = document.activeElement as HTMLElement | null;
		if (!active || !this.root.contains(active) || !active.closest('[hidden]')) return;
		const next = [...this.root.querySelectorAll<HTMLElement>('button, input')].find(
			(one) => !one.closest('[hidden]')
		);
		next?.focus();
	}

	private part(name: string): HTMLElement {
		return this.root.querySelector<HTMLElement>(`[data-upload-${name}]`)!;
	}
}

export function fill(sentence: string, places: Record<string, string>): string {
	return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole);
}

/** In the figures of the page's language. */
export function figures(number: number, digits = 0): string {
	return new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: digits }).format(
		number
	);
}

export function megabytes(bytes: number): string {
	return figures(bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0);
}
