import { fill, figures, panelOf, type Panel } from './upload/panel.ts';
import { fileSource } from './upload/source.ts';
import { Tus } from './upload/tus.ts';

/** A question that takes a recording: a file that is chosen goes at once, in pieces, and again where it was. */
export default function upload(root: HTMLElement): void {
	const input = root.querySelector<HTMLInputElement>('input[type=file]');
	if (!input || !root.closest('form')) return;
	const panel = panelOf(root);
	for (const shown of root.querySelectorAll<HTMLElement>('[data-upload-scripted]')) shown.hidden = false;
	root.querySelector<HTMLElement>('[data-upload-plain]')!.hidden = true;
	input.addEventListener('change', () => {
		const file = input.files?.[0];
		if (file) take(panel, input, file);
	});
	for (const one of root.querySelectorAll<HTMLElement>('[data-arriving]')) offer(panel, one);
}

function take(panel: Panel, input: HTMLInputElement, file: File): void {
	const limit = Number(panel.root.dataset['mostMegabytes']);
	// Sent with the form too, it would go twice.
	input.value = '';
	forgetArriving(panel.root);
	if (file.size <= limit * 1_000_000) return panel.start(fileSource(file));
	const wrong = panel.root.querySelector<HTMLElement>('[data-upload-wrong]')!;
	wrong.textContent = fill(panel.words['tooLarge']!, { limit: figures(limit) });
	wrong.hidden = false;
}

/** What came in part before this page was opened. */
function offer(panel: Panel, line: HTMLElement): void {
	const address = `${panel.root.dataset['upload']}/${line.dataset['arriving']}`;
	line.querySelector('[data-arriving-delete]')!.addEventListener('click', () => {
		line.hidden = true;
		panel.say(panel.words['givenUp']!);
		panel.root.querySelector<HTMLElement>('input[type=file]')!.focus();
		void new Tus(address).abandon(address).catch(() => undefined);
	});
	line.querySelector('[data-arriving-keep]')?.addEventListener('click', () => {
		line.hidden = true;
		const received = Number(line.dataset['received']);
		const none = { name: line.dataset['name']!, medium: null, size: null, whole: () => undefined };
		const nothingMore = {
			...none,
			fingerprint: () => Promise.resolve(''),
			piece: () => Promise.resolve(null)
		};
		panel.start(nothingMore, { at: { address, received } });
	});
}

function forgetArriving(root: HTMLElement): void {
	for (const line of root.querySelectorAll<HTMLElement>('[data-arriving]')) line.hidden = true;
}
