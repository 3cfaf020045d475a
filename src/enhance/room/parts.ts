/** The parts of the page that are another in another step. None: they could not be had, or the page is another page. */
export async function newParts(): Promise<HTMLElement[] | undefined> {
	try {
		const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const parts = [...page.querySelectorAll<HTMLElement>('[data-room] [data-room-part]')];
		return answer.ok && parts.length ? parts : undefined;
	} catch {
		return undefined;
	}
}

/** In place of what they were; a part that there is no more is empty. */
export function putParts(box: HTMLElement, parts: readonly HTMLElement[]): void {
	const names = new Set(parts.map(({ dataset }) => dataset['roomPart']));
	for (const old of box.querySelectorAll<HTMLElement>('[data-room-part]'))
		if (!names.has(old.dataset['roomPart'])) old.replaceChildren();
	for (const part of parts)
		box.querySelector(`[data-room-part="${part.dataset['roomPart']}"]`)?.replaceWith(part);
}

/** Sends a form without leaving the page. False: it was refused, or could not be sent. */
export async function sendQuietly(form: HTMLFormElement, button: HTMLElement | null): Promise<boolean> {
	const fields = new URLSearchParams([...new FormData(form)] as [string, string][]);
	if (button instanceof HTMLButtonElement && button.name) fields.append(button.name, button.value);
	try {
		const { type } = await posted(form.action, fields);
		return type === 'redirect' || type === 'success';
	} catch {
		return false;
	}
}

export type Posted = { type: string; status: number; data?: string };

/** To one of our own actions. SvelteKit answers every one with what came of it. */
export async function posted(address: string, body: URLSearchParams): Promise<Posted> {
	const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
	const answer = await fetch(address, { method: 'POST', headers, body, keepalive: true });
	return { status: answer.status, ...((await answer.json()) as { type: string }) };
}
