/** A note in one line of a list to choose from. */
export function short({ number, text }: { number: number; text: string }): string {
	const line = text.replaceAll(/\s+/g, ' ');
	return `${number}: ${line.length > 60 ? `${line.slice(0, 60)}…` : line}`;
}
