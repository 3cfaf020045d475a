/**
 * The one script of every page. It looks for what can be made nicer and fetches the script for it; without either,
 * the page works as it is. See README.md beside.
 */
type Enhancement = { default: (element: HTMLElement) => void };

/** What to look for → who makes it nicer. One line each, in the order of the alphabet. */
const enhancements: Record<string, () => Promise<Enhancement>> = {
	'[data-asked]': () => import('./asked.ts'),
	'[data-copy]': () => import('./copy.ts'),
	'[data-drag-notes]': () => import('./drag-notes.ts'),
	'[data-follow]': () => import('./follow.ts'),
	'[data-forget-text]': () => import('./forget-text.ts'),
	'[data-here]': () => import('./here.ts'),
	'[data-keep-text]': () => import('./keep-text.ts'),
	'[data-keep-up]': () => import('./keep-up.ts'),
	'[data-live-preview]': () => import('./live-preview.ts'),
	'[data-passkey]': () => import('./passkey.ts'),
	'[data-record]': () => import('./record.ts'),
	'[data-room]': () => import('./room.ts'),
	'[data-upload]': () => import('./upload.ts'),
	'[data-words-left]': () => import('./words-left.ts')
};

for (const [selector, load] of Object.entries(enhancements)) {
	const found = document.querySelectorAll<HTMLElement>(selector);
	// One that does not arrive is not missed: its page works as it is.
	if (found.length)
		void load().then(
			({ default: enhance }) => found.forEach(enhance),
			() => undefined
		);
}
