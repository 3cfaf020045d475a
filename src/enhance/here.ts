type Here = { who: string; changed: string[] };

const pause = 20_000;
/** A voice that speaks all the time is switched off. */
const quiet = 60_000;

/**
 * `<div data-here="address">`: who else is on this page, asked again while it can be seen. What changed is shown;
 * screen readers hear that others came, went or began to write, and that at most once a minute.
 */
export default function here(box: HTMLElement): void {
	const who = box.querySelector<HTMLElement>('[data-here-who]')!;
	const voice = voiceIn(box);
	let heard = textOf(who);
	let heardAt = Date.now();
	const again = async () => {
		if (document.hidden) return;
		const answer = await fetch(box.dataset['here']!, { headers: { accept: 'application/json' } });
		// Not open here any more: there is nobody to ask about.
		if (!answer.ok) return answer.status === 404 ? clearInterval(timer) : undefined;
		const now = (await answer.json()) as Here;
		show(box, who, now);
		if (now.who === heard || Date.now() - heardAt < quiet) return;
		[heard, heardAt] = [now.who, Date.now()];
		voice.textContent = now.who;
	};
	const quietly = () => void again().catch(() => undefined);
	const timer = setInterval(quietly, pause);
	document.addEventListener('visibilitychange', quietly);
}

function show(box: HTMLElement, who: HTMLElement, now: Here): void {
	who.textContent = now.who;
	who.hidden = !now.who;
	const lines = box.querySelectorAll<HTMLElement>('[data-here-changed]');
	now.changed.forEach((sentence, n) => {
		const line = lines[n] ?? box.appendChild(lineLike(who));
		if (textOf(line) !== sentence) line.textContent = sentence;
	});
}

function lineLike(who: HTMLElement): HTMLElement {
	const line = document.createElement('p');
	line.className = 'soft small';
	line.dir = who.dir;
	line.dataset['hereChanged'] = '';
	return line;
}

function voiceIn(box: HTMLElement): HTMLElement {
	const voice = document.createElement('span');
	voice.className = 'unseen';
	voice.setAttribute('aria-live', 'polite');
	box.prepend(voice);
	return voice;
}

function textOf(element: HTMLElement): string {
	return element.textContent.trim();
}
