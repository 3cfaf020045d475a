/**
 * What the post office said, and what follows from it (RFC 5321 §4.2.1, §4.5.4). `later`: it is tried again.
 * `away` as the reason: it was not this letter's doing, and others would fare the same.
 */
export type Reply = { outcome: 'sent' | 'later' | 'failed' | 'bounced'; reason?: string; words?: string };

/** As nodemailer tells it. */
type Fault = { code?: string; responseCode?: number; response?: string; command?: string; message?: string };

export function sentReply(response: string, secrets: string[]): Reply {
	return { outcome: 'sent', words: harmless(response, secrets) };
}

export function replyFrom(error: unknown, secrets: string[]): Reply {
	const fault = error as Fault;
	const words = harmless(fault.response ?? fault.message ?? '', secrets);
	return { ...judge(fault), ...(words ? { words } : {}) };
}

function judge({ code = '', responseCode = 0, command = '' }: Fault): Reply {
	if (responseCode < 400) return { outcome: 'later', reason: withoutAnswer[code] ?? 'away' };
	if (code === 'EAUTH') return { outcome: 'later', reason: 'away-door' };
	if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return { outcome: 'later', reason: 'away' };
	if (responseCode < 500) return { outcome: 'later', reason: 'asked-to-wait' };
	if (command === 'MAIL FROM') return { outcome: 'later', reason: 'away-sender' };
	const unknown = command === 'RCPT TO';
	return unknown
		? { outcome: 'bounced', reason: 'no-such-reader' }
		: { outcome: 'failed', reason: 'refused' };
}

/** The line broke in the middle, which may be the letter's doing; or our own settings stand in the way. */
const withoutAnswer: Record<string, string> = {
	ECONNECTION: 'cut-off',
	EABORT: 'cut-off',
	EMESSAGE: 'cut-off',
	EAUTH: 'away-door',
	ENOAUTH: 'away-door',
	EOAUTH2: 'away-door',
	ETLS: 'away-tls',
	ECONFIG: 'away-settings'
};

/**
 * Other servers quote what they dislike. Our secrets, and whatever looks like an address of a page or a token, are
 * taken out before anything is written down.
 */
export function harmless(words: string, secrets: string[]): string {
	let text = words.replace(/\p{C}+/gu, ' ').slice(0, 5000);
	for (const secret of secrets) text = text.replaceAll(secret, '[…]');
	return text
		.replace(/\b[a-z][a-z+]*:\/\/\S+/gi, '[…]')
		.replace(/(?=[\w-]*\d)[\w-]{24,}/g, '[…]')
		.replace(/\b(?:[0-9A-Z]{4}-){2,}[0-9A-Z]{4}\b/gi, '[…]')
		.slice(0, 500)
		.trim();
}
