import { countWords } from '#shared/word-count';

type Forms = Record<'left' | 'over', Record<string, string>>;

/**
 * `<p id="change-count" data-words-left="…">` under `<textarea id="change" data-max-words="250">`: counts while
 * somebody types, by the same rule as the server. Screen readers hear it when a pause comes and little is left.
 */
export default function wordsLeft(line: HTMLElement): void {
	const box = document.getElementById(line.id.replace(/-count$/, ''));
	if (!(box instanceof HTMLTextAreaElement)) return;
	const most = Number(box.dataset['maxWords']);
	const forms = JSON.parse(line.dataset['wordsLeft']!) as Forms;
	const voice = voiceAfter(line);
	let pause: ReturnType<typeof setTimeout> | undefined;
	box.addEventListener('input', () => {
		const left = most - countWords(box.value);
		line.textContent = sentence(forms, left);
		line.classList.toggle('count-over', left < 0);
		clearTimeout(pause);
		pause = setTimeout(() => (voice.textContent = left <= most / 10 ? line.textContent : ''), 1500);
	});
}

function sentence(forms: Forms, left: number): string {
	const plural = new Intl.PluralRules(document.documentElement.lang).select(Math.abs(left));
	const kind = forms[left < 0 ? 'over' : 'left'];
	return (kind[plural] ?? kind['other'] ?? '').replace('%', String(Math.abs(left)));
}

function voiceAfter(line: HTMLElement): HTMLElement {
	const voice = document.createElement('span');
	voice.className = 'unseen';
	voice.setAttribute('role', 'status');
	line.after(voice);
	return voice;
}
