import { whereFocusIs } from './focus.ts';

/** What the server says: `ui/room-news.ts` of boards. */
export type RoomNews = {
	cursor: string;
	isElsewhere: boolean;
	html: string;
	touched: string[];
	counts: Record<string, number>;
};

/** Notes that changed are put where they belong; those that are off the board go. Whoever stood on one stands on it again. */
export function putInPlace(box: HTMLElement, { html, touched, counts }: RoomNews): void {
	const backToFocus = whereFocusIs(box);
	for (const id of touched) box.querySelector(`[data-note="${id}"]`)?.remove();
	const entries = new DOMParser()
		.parseFromString(html, 'text/html')
		.querySelectorAll<HTMLElement>('body > li');
	for (const entry of entries) insert(box, entry);
	for (const list of box.querySelectorAll<HTMLElement>('[data-notes]')) {
		const none = list.parentElement!.querySelector<HTMLElement>('[data-none]');
		if (none) none.hidden = list.childElementCount > 0;
	}
	for (const [name, count] of Object.entries(counts))
		for (const shown of box.querySelectorAll(`[data-room-count="${name}"]`))
			shown.textContent = String(count);
	backToFocus();
}

function insert(box: HTMLElement, entry: HTMLElement): void {
	const lists = [...box.querySelectorAll<HTMLElement>('[data-notes]')];
	const lane = entry.dataset['lane'] ?? '';
	const list = lists.find(({ dataset }) => dataset['notes'] === lane) ?? lists.at(-1);
	const next = [...(list?.children ?? [])].find((other) => isAfter(other as HTMLElement, entry));
	list?.insertBefore(entry, next ?? null);
}

function isAfter({ dataset: a }: HTMLElement, { dataset: b }: HTMLElement): boolean {
	const order = Number(a['order']) - Number(b['order']);
	return order > 0 || (order === 0 && Number(a['number']) > Number(b['number']));
}
