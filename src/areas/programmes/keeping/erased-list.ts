import * as v from 'valibot';

/** What a list of deletions says of each: `placard erased` writes it, `placard restore --erased` reads it. */
export const ErasedOne = v.object({
	expression: v.pipe(v.string(), v.uuid('wrong-kind')),
	at: v.string(),
	why: v.picklist(['unsent', 'withdrawn', 'kept-long-enough', 'asked', 'spam', 'early'], 'not-an-option')
});
export type ErasedOne = v.InferOutput<typeof ErasedOne>;

/** @throws SyntaxError with the number of the line that cannot be read */
export function readErasedList(text: string): ErasedOne[] {
	return text.split('\n').flatMap((line, index) => (line.trim() ? [readLine(line, index + 1)] : []));
}

function readLine(line: string, number: number): ErasedOne {
	const read = v.safeParse(ErasedOne, jsonIn(line));
	if (!read.success) throw new SyntaxError(`line ${number} is not an entry of a list of deletions`);
	return read.output;
}

function jsonIn(line: string): unknown {
	try {
		return JSON.parse(line) as unknown;
	} catch {
		return undefined;
	}
}
