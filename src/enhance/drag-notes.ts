import { posted } from './room/parts.ts';

/**
 * `<div data-drag-notes>`: with a mouse, a note is drawn by its grip into another lane. Keys and fingers use the buttons
 * on the page of the note, and it is the form there that is sent: what may be moved where is said once.
 */
export default function dragNotes(box: HTMLElement): void {
	if (!matchMedia('(pointer: fine)').matches) return;
	box.classList.add('can-drag');
	let dragged: HTMLElement | null = null;
	const leaves = () => box.querySelector('.is-target')?.classList.remove('is-target');
	box.addEventListener('dragstart', (event) => {
		dragged = (event.target as Element).closest<HTMLElement>('.note-grip')?.closest('li') ?? null;
		if (!dragged || !event.dataTransfer) return;
		event.dataTransfer.effectAllowed = 'move';
		event.dataTransfer.setData('text/plain', dragged.querySelector('.note-text')?.textContent.trim() ?? '');
		event.dataTransfer.setDragImage(dragged, 0, 0);
	});
	box.addEventListener('dragover', (event) => {
		const lane = laneUnder(event);
		leaves();
		if (!dragged || !lane || lane.contains(dragged)) return;
		event.preventDefault();
		lane.classList.add('is-target');
	});
	box.addEventListener('drop', (event) => {
		const lane = laneUnder(event);
		if (!dragged || !lane || lane.contains(dragged)) return;
		event.preventDefault();
		void putInto(dragged, lane);
	});
	box.addEventListener('dragend', () => {
		leaves();
		dragged = null;
	});
}

const laneUnder = ({ target }: DragEvent) => (target as Element).closest<HTMLElement>('[data-lane]');

/** It is there at once. What was refused is said on the page of the note. */
async function putInto(note: HTMLElement, lane: HTMLElement): Promise<void> {
	const href = note.querySelector('a[data-note-page]')!.getAttribute('href')!;
	note.setAttribute('aria-busy', 'true');
	const list = lane.querySelector('ul.board-notes');
	if (list) list.append(note);
	else lane.append(note);
	if (!(await isMoved(href, lane.dataset['lane']!))) location.assign(href);
	note.removeAttribute('aria-busy');
}

async function isMoved(href: string, lane: string): Promise<boolean> {
	try {
		const answer = await fetch(href, { headers: { accept: 'text/html' } });
		const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const button = page.querySelector<HTMLButtonElement>(`button[name="lane"][value="${CSS.escape(lane)}"]`);
		if (!button?.form) return false;
		const fields = new URLSearchParams([...new FormData(button.form)] as [string, string][]);
		fields.append('lane', lane);
		const { type } = await posted(href + button.form.getAttribute('action')!, fields);
		return type === 'redirect' || type === 'success';
	} catch {
		return false;
	}
}
