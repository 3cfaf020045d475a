import { whereFocusIs } from './room/focus.ts';

/** What several people do at once is fetched together. */
const breath = 700;

/**
 * `<div data-keep-up="address" data-cursor="…" id="…">`: fetched anew as soon as somebody else changed what it shows. Nothing
 * is listened to while nobody looks: a browser has few lines to one server.
 */
export default function keepUp(box: HTMLElement): void {
	if (!('EventSource' in window)) return;
	let source: EventSource | undefined;
	let cursor = box.dataset['cursor']!;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const listen = () => {
		source?.close();
		source = undefined;
		if (document.hidden) return;
		source = new EventSource(`${box.dataset['keepUp']}?since=${cursor}`);
		source.addEventListener('news', ({ lastEventId }) => {
			if (lastEventId === cursor) return;
			cursor = lastEventId;
			timer ??= setTimeout(() => {
				timer = undefined;
				void anew(box);
			}, breath);
		});
		source.addEventListener('over', () => source?.close());
	};
	listen();
	document.addEventListener('visibilitychange', listen);
	addEventListener('pageshow', ({ persisted }) => persisted && listen());
}

/** What somebody is typing into a form inside stays: they see what is new when they are done. */
async function anew(box: HTMLElement): Promise<void> {
	const at = document.activeElement;
	if (box.contains(at) && at?.matches('textarea, select, input:not([type=hidden])')) return;
	const page = await fetched();
	const next = page?.getElementById(box.id);
	if (!next) return;
	const backToFocus = whereFocusIs(box);
	box.replaceChildren(...next.childNodes);
	backToFocus();
	const voice = document.querySelector<HTMLElement>(`[data-keep-up-voice="${box.id}"]`);
	if (voice) voice.textContent = voice.dataset['says']!;
}

async function fetched(): Promise<Document | undefined> {
	try {
		const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
		return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : undefined;
	} catch {
		return undefined;
	}
}
