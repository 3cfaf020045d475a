/** Days for which what was marked as spam is kept, so that a mistake can be mended. */
export const daysOfSpam = 30;

/** Sent so soon after it was begun that nobody typed it. A paper or a call is typed up by staff and is never quick. */
const quickSeconds = 60;
/** Answers as long as this are not the same by chance. */
export const longEnough = 60;

export type Sign =
	{ is: 'quick'; seconds: number } | { is: 'same-text'; others: number } | { is: 'links-only' };

type Facts = {
	begunAt: Date;
	submittedAt: Date;
	enteredFrom: string | null;
	/** What was written in words. */
	texts: readonly string[];
	/** How many others of the call have a long answer in the same words. */
	others: number;
};

/** What is unusual about one expression, for a person to weigh. Each can be so for a good reason, and none decides. */
export function signsOf({ begunAt, submittedAt, enteredFrom, texts, others }: Facts): Sign[] {
	const seconds = Math.round((submittedAt.getTime() - begunAt.getTime()) / 1000);
	const written = texts.filter((text) => text.trim() !== '');
	const signs: Sign[] = [];
	if (!enteredFrom && seconds < quickSeconds) signs.push({ is: 'quick', seconds });
	if (others > 0) signs.push({ is: 'same-text', others });
	if (written.length > 1 && written.every(isLinks)) signs.push({ is: 'links-only' });
	return signs;
}

/** Nothing but addresses of pages. */
function isLinks(text: string): boolean {
	return /^(?:\s*(?:https?:\/\/|www\.)\S+\s*)+$/i.test(text);
}
