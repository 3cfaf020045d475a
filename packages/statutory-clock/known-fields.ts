const knownFields = [
	'id',
	'regime',
	'received',
	'received_latest',
	'sent',
	'sent_by',
	'transferred',
	'nation',
	'member_state',
	'clarification_asked',
	'clarification_received',
	'clarification_given',
	'id_asked',
	'id_received',
	'id_given',
	'fee_notice',
	'fee_paid',
	'closed',
	'extended',
	'public_interest',
	'extension_notice'
] as const;

/** What an example tells besides its facts: its answer and why. */
const prose = /^(_.*|due|due_.*|extended_due|notice_due|escalate|rule|why|notes?|title|comment|source)$/;

export function isProse(field: string): boolean {
	return prose.test(field);
}

/** A field that was probably meant: two letters off, or one in a short word. */
export function nearestKnown(field: string): string | undefined {
	const most = field.length < 6 ? 1 : 2;
	return knownFields.find((known) => distance(field.toLowerCase(), known) <= most);
}

export function isKnown(field: string): boolean {
	return (knownFields as readonly string[]).includes(field);
}

/** Levenshtein, as far as it matters here. */
function distance(one: string, other: string): number {
	if (Math.abs(one.length - other.length) > 2) return 3;
	let row = Array.from({ length: other.length + 1 }, (_, index) => index);
	for (let i = 1; i <= one.length; i++) {
		const before = row;
		row = [i];
		for (let j = 1; j <= other.length; j++)
			row.push(
				Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
			);
	}
	return row.at(-1)!;
}
