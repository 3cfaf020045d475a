const pause = 1500;
/** A voice that speaks all the time is switched off. */
const quiet = 15_000;

/**
 * `<div data-follow>`: how far something is. It is asked for again while the page can be seen, and put in its place;
 * where nothing is left to follow, the whole page is fetched, so that what is ready can be had.
 */
export default function follow(box: HTMLElement): void {
	const voice = document.createElement('p');
	voice.className = 'unseen';
	voice.setAttribute('role', 'status');
	box.before(voice);
	let spokenAt = Date.now();
	const again = async () => {
		if (document.hidden) return;
		const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const now = page.querySelector<HTMLElement>('[data-follow]');
		if (!now) return location.reload();
		box.replaceChildren(...now.childNodes);
		if (Date.now() - spokenAt < quiet) return;
		spokenAt = Date.now();
		voice.textContent = box.querySelector('[data-follow-said]')?.textContent ?? '';
	};
	const quietly = () => again().catch(() => undefined);
	const later = () => setTimeout(() => void quietly().finally(later), pause);
	later();
}
