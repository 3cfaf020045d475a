/** What somebody typed into one page, kept in this tab until the server has it. */
export type Kept = [name: string, text: string][];

const prefix = 'placard ';
const key = () => prefix + location.pathname;

type Box = HTMLInputElement | HTMLTextAreaElement;
const written = 'textarea, input[type=text], input[type=email], input[type=tel], input:not([type])';

export function boxesOf(form: HTMLFormElement): Box[] {
	return [...form.querySelectorAll<Box>(written)].filter(({ name }) => name !== '');
}

export function remember(form: HTMLFormElement): void {
	const kept: Kept = boxesOf(form).map(({ name, value }) => [name, value]);
	// A full or forbidden store keeps nothing, and nothing else is worse for it.
	try {
		sessionStorage.setItem(key(), JSON.stringify(kept));
	} catch {}
}

export function recall(): Kept {
	try {
		return JSON.parse(sessionStorage.getItem(key()) ?? '[]') as Kept;
	} catch {
		return [];
	}
}

export function forget(): void {
	try {
		sessionStorage.removeItem(key());
	} catch {}
}

/** Of every page: whoever closes an application leaves nothing in the browser. */
export function forgetAll(): void {
	try {
		for (const one of Object.keys(sessionStorage)) if (one.startsWith(prefix)) sessionStorage.removeItem(one);
	} catch {}
}
