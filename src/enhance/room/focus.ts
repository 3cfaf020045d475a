/**
 * Where somebody stands on the page before a part of it is another, and how to put them there again: on the same link,
 * button or field; where that is gone, on what else the same note has; else at the heading of the step.
 */
export function whereFocusIs(box: HTMLElement): () => void {
	const at = document.activeElement as HTMLElement | null;
	if (!at || at === document.body || !box.contains(at)) return () => undefined;
	const wanted = keyOf(at);
	const note = at.closest<HTMLElement>('[data-note]')?.dataset['note'];
	return () => {
		if (document.contains(at)) return;
		const all = [...box.querySelectorAll<HTMLElement>(reachable)];
		const same = all.find((one) => keyOf(one) === wanted);
		const beside = box.querySelector<HTMLElement>(`[data-note="${note ?? ''}"] :is(${reachable})`);
		const target = same ?? beside ?? box.querySelector<HTMLElement>('.room-step');
		if (!target) return;
		if (!target.matches(reachable)) target.tabIndex = -1;
		target.focus({ preventScroll: Boolean(same) });
	};
}

const reachable = 'a[href], button, input:not([type=hidden]), select, textarea, summary';

/** The same for what does the same: an address, or a form with what it sends. */
function keyOf(one: HTMLElement): string {
	const { form, name, value } = one as Partial<HTMLButtonElement>;
	const sent = [...(form?.querySelectorAll<HTMLInputElement>('input[type=hidden]') ?? [])]
		// A note that is written next has another id each time.
		.filter((field) => field.name !== 'id')
		.map((field) => `${field.name}=${field.value}`);
	const pressed = one instanceof HTMLButtonElement ? `${name}=${value}` : (name ?? '');
	return [one.tagName, one.getAttribute('href'), form?.getAttribute('action'), ...sent, pressed].join(' ');
}
