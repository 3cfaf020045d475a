import { formsIn, mainOf, textOf, type Form } from '../surfaces/html.ts';
import type { Applicant } from '../lived-in/applicants.ts';

export type Reply = { status: number; location: string; html: string; at: string };

/** Opens a page, or sends its form, as the browser in which an application is open. */
export async function send(
	server: string,
	{ cookie }: Pick<Applicant, 'cookie'>,
	at: string,
	fields?: [string, string][] | FormData
): Promise<Reply> {
	const response = await fetch(server + at, {
		headers: { cookie, accept: 'text/html', origin: server },
		redirect: 'manual',
		signal: AbortSignal.timeout(30_000),
		...(fields
			? { method: 'POST', body: fields instanceof FormData ? fields : new URLSearchParams(fields) }
			: {})
	});
	const html = await response.text();
	return { status: response.status, location: response.headers.get('location') ?? '', html, at };
}

/** The form in which a page hands back what somebody typed. */
export function handedBack({ html, at }: Reply): Form | undefined {
	return formsIn(mainOf(html) ?? '', at).find(({ method }) => method === 'post');
}

export function fieldsOf({ controls }: Form): [string, string][] {
	return controls.map(({ name, value }) => [name, value]);
}

/** The sentence that the page says, and nothing that only machines understand. */
export function saidBy({ html }: Reply): string {
	return textOf(mainOf(html) ?? '');
}

/**
 * What is wrong with the way somebody was refused: another status than these, another sentence than theirs, or their
 * text is not in the page as it was typed.
 */
export function complaintsAbout(reply: Reply, sentences: Record<number, RegExp>, text?: string): string[] {
	const said = saidBy(reply);
	const form = handedBack(reply);
	const isBack = form && fieldsOf(form).some(([, value]) => asSent(value) === asSent(text ?? value));
	return [
		...(sentences[reply.status] ? [] : [`${reply.at}: status ${reply.status}`]),
		...(sentences[reply.status]?.test(said) === false ? [`${reply.at} says: ${said.slice(0, 120)}`] : []),
		...(text === undefined || isBack ? [] : [`${reply.at}: the text is not in the page as it was typed`])
	];
}

/** As forms send text: every line ends with CR LF. */
export function asSent(text: string): string {
	return text.replace(/\r\n?|\n/g, '\r\n');
}
