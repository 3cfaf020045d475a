const ticking = new WeakMap<HTMLElement, ReturnType<typeof setInterval>>();

/** `data-room-until`: milliseconds that were left as the page was made. Shown in minutes and seconds from then on. */
export function keepTime(box: HTMLElement): void {
	clearInterval(ticking.get(box));
	const shown = box.querySelector<HTMLElement>('[data-room-until]');
	if (!shown) return;
	const until = performance.now() + Number(shown.dataset['roomUntil']);
	let wasLeft = false;
	const show = () => {
		const seconds = Math.ceil((until - performance.now()) / 1000);
		// Seconds are not read out; that the time is up is, once.
		if (seconds <= 0 && wasLeft) box.querySelector('[data-room-voice]')!.textContent = shown.dataset['up']!;
		wasLeft = seconds > 0;
		shown.textContent =
			seconds > 0 ? shown.dataset['left']!.replace('{time}', inMinutes(seconds)) : shown.dataset['up']!;
	};
	show();
	ticking.set(box, setInterval(show, 1000));
}

export function inMinutes(seconds: number): string {
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
