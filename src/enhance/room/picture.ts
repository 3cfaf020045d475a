/** A picture is not drawn anew more often than this, however much is written. */
const patience = 3000;

/** Draws `<img data-room-picture="address">` anew while somebody looks at it, and when it is opened. */
export class Pictures {
	private box: HTMLElement;
	private timer?: ReturnType<typeof setTimeout>;
	private drawnAt = 0;

	constructor(box: HTMLElement) {
		this.box = box;
		// The event does not bubble.
		box.addEventListener('toggle', () => this.changed(), { capture: true });
	}

	changed(): void {
		const wait = Math.max(0, this.drawnAt + patience - performance.now());
		this.timer ??= setTimeout(() => this.draw(), wait);
	}

	private draw(): void {
		delete this.timer;
		this.drawnAt = performance.now();
		for (const old of this.box.querySelectorAll<HTMLImageElement>('img[data-room-picture]'))
			if (old.checkVisibility?.() !== false) drawAnew(old);
	}
}

/** What was there stays until the new one has come. */
function drawAnew(old: HTMLImageElement): void {
	const next = old.cloneNode() as HTMLImageElement;
	next.loading = 'eager';
	next.addEventListener('load', () => old.replaceWith(next));
	next.src = `${old.dataset['roomPicture']}?at=${Date.now()}`;
}
