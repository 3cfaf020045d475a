/** `<button hidden data-copy="id" data-copied="Copied">` copies the text of that element and says so. */
export default function copy(button: HTMLElement): void {
	const source = document.getElementById(button.dataset['copy']!);
	if (!source || !navigator.clipboard) return;
	const words = button.textContent;
	button.hidden = false;
	button.setAttribute('aria-live', 'polite');
	button.addEventListener('click', () => {
		const text = source instanceof HTMLTextAreaElement ? source.value : source.textContent.trim();
		void navigator.clipboard.writeText(text).then(() => {
			button.textContent = button.dataset['copied']!;
			setTimeout(() => (button.textContent = words), 3000);
		});
	});
}
