/**
 * A report of a mail server that a letter did not arrive (RFC 3464), read just far enough: which of our letters
 * (its Message-ID, quoted in the third part), for whom, whether for good, and why.
 */
export type BounceReport = { letter: string; recipient: string; action: string; words: string };

export function parseBounce(raw: string): BounceReport | undefined {
	const text = unfolded(raw);
	const action = field(text, 'Action')?.toLowerCase();
	const recipient = field(text, 'Final-Recipient') ?? field(text, 'Original-Recipient');
	const letter = lettersIn(text).at(-1);
	if (!action || !recipient || !letter) return undefined;
	const words = [field(text, 'Status'), field(text, 'Diagnostic-Code')].filter(Boolean).join(' ');
	return { letter, recipient: withoutType(recipient), action, words };
}

/** Fields that run over several lines become one (RFC 5322 §2.2.3). */
function unfolded(raw: string): string {
	return raw.replace(/\r\n?/g, '\n').replace(/\n[ \t]+/g, ' ');
}

function field(text: string, name: string): string | undefined {
	return new RegExp(`^${name}:[ \t]*(.+)$`, 'im').exec(text)?.[1]?.trim();
}

/** The report has a Message-ID of its own; the letter's comes after it. */
function lettersIn(text: string): string[] {
	const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
	return [...text.matchAll(new RegExp(`^Message-ID:[ \t]*<(${uuid})@`, 'gim'))].map((match) => match[1]!);
}

/** "rfc822; eira@example.org" */
function withoutType(recipient: string): string {
	return recipient
		.replace(/^[^;]*;/, '')
		.trim()
		.replace(/^<|>$/g, '');
}
