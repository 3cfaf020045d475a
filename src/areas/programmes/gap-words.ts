import * as m from '#words';

type Message = () => string;

/** What is missing, in words: 'who-decides' → "Who decides". words: call_gap_* */
export function gapName(code: string): string {
	const message = (m as unknown as Record<string, Message | undefined>)[
		`call_gap_${code.replaceAll('-', '_')}`
	];
	return message ? message() : code;
}
