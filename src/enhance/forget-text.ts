import { forgetAll } from './kept-text.ts';

/** `<form data-forget-text>`: the button that closes an application also forgets what was typed in this tab. */
export default function forgetText(form: HTMLElement): void {
	form.addEventListener('submit', forgetAll);
}
