/** What the server said: kept; not kept, for a reason that its page explains; or nothing, since it could not be reached. */
export type Said = { is: 'kept' | 'refused'; sentence: string } | { is: 'away' };

/** Sends the form to its own action, without files, and stays on the page. What is wrong with us, it throws. */
export async function saveQuietly(form: HTMLFormElement): Promise<Said> {
	const answer = await answerTo(form.action, fieldsOf(form));
	return answer ? said(form, answer) : { is: 'away' };
}

/** Nothing, where nobody answers, or somebody between us and the server. */
async function answerTo(address: string, body: URLSearchParams): Promise<Action | undefined> {
	try {
		const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
		const answer = await fetch(address, { method: 'POST', headers, body, keepalive: true });
		return answer.status >= 500 || answer.status === 429 ? undefined : await answer.json();
	} catch {
		return undefined;
	}
}

function fieldsOf(form: HTMLFormElement): URLSearchParams {
	const fields = [...new FormData(form)].filter(
		([name, value]) => typeof value === 'string' && name !== 'then'
	);
	return new URLSearchParams([...(fields as [string, string][]), ['then', 'stay']]);
}

type Action = { data?: string };
type Answer = { sentence?: string; saved?: { ok: boolean; sentence: string; versions: string } };

function said(form: HTMLFormElement, { data }: Action): Said {
	const { saved, sentence = '' } = unflattened(data ?? '[]') as Answer;
	if (!saved) return { is: 'refused', sentence };
	for (const [name, version] of new URLSearchParams(saved.versions)) setVersion(form, name, version);
	return { is: saved.ok ? 'kept' : 'refused', sentence: saved.sentence };
}

function setVersion(form: HTMLFormElement, name: string, version: string): void {
	const field = form.elements.namedItem(name);
	if (field instanceof HTMLInputElement) field.value = version;
}

/** SvelteKit sends values in one list, in which objects hold the places of their parts. */
export function unflattened(data: string): Record<string, unknown> {
	const list = JSON.parse(data) as unknown[];
	const at = (place: number): unknown => {
		const value = list[place];
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, at(part as number)]));
	};
	return (at(0) ?? {}) as Record<string, unknown>;
}
