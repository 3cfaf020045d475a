import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/**
 * `<form data-passkey="add|give" data-options="…">`: the button asks the server what to sign, asks the device for a
 * passkey, and sends what it signed as the form's `response`. `data-passkey-plain` is what to read where that cannot
 * be; `data-passkey-live` and `data-passkey-wrong` are hidden until they are true.
 */
export default function passkey(form: HTMLElement): void {
	if (!(form instanceof HTMLFormElement) || !browserSupportsWebAuthn()) return;
	show(form, 'plain', false);
	show(form, 'live', true);
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		show(form, 'wrong', false);
		// `form.submit()` sends without asking this listener again.
		ask(form).then(
			() => form.submit(),
			() => show(form, 'wrong', true)
		);
	});
}

async function ask(form: HTMLFormElement): Promise<void> {
	const answer = await fetch(form.dataset['options']!, { method: 'POST' });
	if (!answer.ok) throw new Error(String(answer.status));
	const optionsJSON = await answer.json();
	const signed =
		form.dataset['passkey'] === 'add'
			? await startRegistration({ optionsJSON })
			: await startAuthentication({ optionsJSON });
	form.querySelector<HTMLInputElement>('input[name=response]')!.value = JSON.stringify(signed);
}

function show(form: HTMLElement, name: string, shown: boolean): void {
	for (const part of form.querySelectorAll<HTMLElement>(`[data-passkey-${name}]`)) part.hidden = !shown;
}
