const pause = 500;

/**
 * `<form data-live-preview="?/look">`: while somebody types, the server renders the page with what is typed, and what
 * stands in its `[data-preview-place]` takes the place of ours. Nothing is saved, and the focus stays where it is.
 */
export default function livePreview(form: HTMLElement): void {
	const place = document.querySelector<HTMLElement>('[data-preview-place]');
	if (!(form instanceof HTMLFormElement) || !place) return;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let asking: AbortController | undefined;
	form.addEventListener('input', () => {
		clearTimeout(timer);
		timer = setTimeout(() => {
			asking?.abort();
			asking = new AbortController();
			// Without a connection, or while something is not filled in, the last one stays.
			rendered(form, asking.signal).then(
				(fresh) => fresh && place.replaceChildren(...fresh.childNodes),
				() => {}
			);
		}, pause);
	});
}

async function rendered(form: HTMLFormElement, signal: AbortSignal): Promise<Element | null> {
	const address = new URL(form.dataset['livePreview']!, location.href);
	const theme = new URLSearchParams(location.search).get('theme');
	if (theme) address.searchParams.set('theme', theme);
	const body = new URLSearchParams();
	for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
	const response = await fetch(address, { method: 'post', body, signal, headers: { accept: 'text/html' } });
	if (!response.ok) return null;
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	return page.querySelector('[data-preview-place]');
}
