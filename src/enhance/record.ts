import { Level } from './record/level.ts';
import { cannot, listenTo, mimeFor, type Medium } from './record/media.ts';
import { fill, figures, panelOf, type Panel } from './upload/panel.ts';
import { LiveSource } from './upload/source.ts';

/** Milliseconds of what is lost at most when a telephone dies: a piece is made so often. */
const slice = 3000;
const bitsPerSecond = { audio: 64_000, video: 1_200_000, 'signed-video': 1_200_000 };

/** Records sound or film in the page, and sends it while it is recorded. Where that cannot be, a sentence says so. */
export default function record(element: HTMLElement): void {
	const root = element.closest<HTMLElement>('[data-upload]');
	if (root) new Recorder(element, panelOf(root));
}

class Recorder {
	private element: HTMLElement;
	private panel: Panel;
	private stream: MediaStream | undefined;
	private recorder: MediaRecorder | undefined;
	private source: LiveSource | undefined;
	private level: Level | undefined;
	private medium: Medium = 'audio';
	private clock: ReturnType<typeof setInterval> | undefined;
	private startedAt = 0;
	private seconds = 0;
	private keeping = false;

	constructor(element: HTMLElement, panel: Panel) {
		this.element = element;
		this.panel = panel;
		element.hidden = false;
		const able = 'MediaRecorder' in window && 'mediaDevices' in navigator;
		this.part('choose').hidden = !able;
		if (able) this.listen();
		else this.note('unable');
	}

	private listen(): void {
		const { element } = this;
		for (const button of element.querySelectorAll<HTMLElement>('[data-record-medium]'))
			button.addEventListener('click', () => void this.prepare(button.dataset['recordMedium'] as Medium));
		this.part('begin').addEventListener('click', () => this.begin());
		this.part('stop').addEventListener('click', () => this.stop());
		this.part('keep').addEventListener('click', () => this.keep());
		for (const button of element.querySelectorAll('[data-record-discard]'))
			button.addEventListener('click', () => void this.discard());
	}

	private async prepare(medium: Medium): Promise<void> {
		this.medium = medium;
		this.hush();
		try {
			this.stream = await listenTo(medium);
		} catch (error) {
			return this.note(cannot(error));
		}
		this.level = medium === 'signed-video' ? undefined : new Level(this.stream, (loud) => this.hear(loud));
		this.part('level').hidden = !this.level;
		this.showPreview();
		this.at('ready', this.words('ready'));
		this.part('signed').hidden = medium !== 'signed-video';
		this.part('most').textContent = fill(this.words('most'), { minutes: figures(this.minutes()) });
		this.part('begin').focus();
	}

	private showPreview(): void {
		const preview = this.part('preview') as HTMLVideoElement;
		preview.hidden = this.medium === 'audio';
		if (!preview.hidden) preview.srcObject = this.stream!;
	}

	private begin(): void {
		const type = mimeFor(this.medium);
		const settings =
			this.medium === 'audio'
				? { audioBitsPerSecond: bitsPerSecond.audio }
				: { videoBitsPerSecond: bitsPerSecond.video };
		const recorder = new MediaRecorder(this.stream!, { ...settings, ...(type ? { mimeType: type } : {}) });
		const kind = (recorder.mimeType || type || 'video/webm').split(';')[0]!;
		const source = new LiveSource(nameFor(kind), this.medium, kind);
		recorder.ondataavailable = ({ data }) => data.size && source.add(data);
		recorder.onstop = () => this.stopped();
		[this.recorder, this.source, this.keeping] = [recorder, source, false];
		this.panel.onEnd = () => this.ended();
		this.panel.onHold = () => this.keep();
		recorder.start(slice);
		this.panel.start(source, { quietly: true });
		this.startedAt = Date.now();
		this.clock = setInterval(() => this.tick(), 500);
		this.at('on', '');
		this.tick();
		this.panel.say(this.part('state').textContent);
		this.part('stop').focus();
	}

	private tick(): void {
		this.seconds = (Date.now() - this.startedAt) / 1000;
		this.part('state').textContent = fill(this.words('on'), { time: clock(this.seconds) });
		if (this.seconds >= this.minutes() * 60 || this.isNearlyFull()) this.stop();
	}

	private isNearlyFull(): boolean {
		return (
			(this.source?.length ?? 0) > Number(this.panel.root.dataset['mostMegabytes']) * 1_000_000 - 2_000_000
		);
	}

	private stop(): void {
		clearInterval(this.clock);
		if (this.recorder?.state !== 'inactive') this.recorder?.stop();
	}

	/** All of it is here: to be heard and seen once more, while the rest goes up. */
	private stopped(): void {
		this.letGo();
		if (this.keeping) return this.keep();
		if (!this.source) return;
		const kind = this.medium === 'audio' ? 'audio' : 'video';
		const player = document.createElement(kind);
		player.controls = true;
		player.className = 'player';
		player.src = URL.createObjectURL(this.source.whole());
		player.setAttribute('aria-label', this.words('play'));
		this.part('review').replaceChildren(player);
		this.at('review', fill(this.words('review'), { time: clock(this.seconds) }));
		this.panel.say(this.part('state').textContent);
		this.part('keep').focus();
	}

	private keep(): void {
		this.keeping = true;
		if (this.recorder && this.recorder.state !== 'inactive') return this.stop();
		this.source?.end();
		this.at('', '');
		this.panel.reveal();
	}

	private async discard(): Promise<void> {
		const sentence = this.source ? this.words('discarded') : '';
		this.source = undefined;
		this.stop();
		this.letGo();
		await this.panel.abandon();
		this.at('choose', sentence);
		this.panel.say(sentence);
		this.element.querySelector<HTMLElement>('[data-record-medium]')!.focus();
	}

	/** Saved, refused, or given up from the panel. */
	private ended(): void {
		this.source = undefined;
		this.stop();
		this.letGo();
		this.at('choose', '');
	}

	/** The light of the camera goes out as soon as it is no longer needed. */
	private letGo(): void {
		for (const track of this.stream?.getTracks() ?? []) track.stop();
		this.level?.stop();
		this.stream = undefined;
		(this.part('preview') as HTMLVideoElement).srcObject = null;
	}

	private hear(loud: number): void {
		(this.part('meter') as HTMLMeterElement).value = loud;
		this.part('quiet').hidden = !this.level?.isQuiet;
	}

	private minutes(): number {
		const { mostMegabytes, mostMinutes } = this.panel.root.dataset;
		const fitting = Math.floor((Number(mostMegabytes) * 8e6) / bitsPerSecond[this.medium] / 60);
		return Math.max(1, Math.min(Number(mostMinutes || 60), fitting));
	}

	/** Which part shows: choose, ready, on, review, or none. */
	private at(stage: string, sentence: string): void {
		for (const part of this.element.querySelectorAll<HTMLElement>('[data-record-at]'))
			part.hidden = !part.dataset['recordAt']!.split(' ').includes(stage);
		this.part('state').textContent = sentence;
		this.part('review').hidden = stage !== 'review';
		this.part('preview').hidden ||= stage !== 'ready' && stage !== 'on';
	}

	private note(which: string): void {
		const note = this.part('note');
		note.textContent = this.words(which);
		note.hidden = false;
		this.panel.say(note.textContent);
	}

	private hush(): void {
		this.part('note').hidden = true;
	}

	private words(name: string): string {
		return this.panel.words[`record ${name}`]!;
	}

	private part(name: string): HTMLElement {
		return this.element.querySelector<HTMLElement>(`[data-record-${name}]`)!;
	}
}

function nameFor(type: string): string {
	const ending = type.endsWith('mp4') ? 'mp4' : type.endsWith('ogg') ? 'ogg' : 'webm';
	return `recording-${new Date().toISOString().slice(0, 10)}.${ending}`;
}

function clock(seconds: number): string {
	const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
	return `${two(seconds / 60)}:${two(seconds % 60)}`;
}
