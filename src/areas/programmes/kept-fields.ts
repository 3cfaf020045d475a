import { questionsOf, say } from '#areas/forms';
import { isWriting } from '#words/came-back';
import { emptyContent } from './call.schema.ts';
import { starterForm } from './starter-form.ts';

/** A form inside an application that came back. */
export type Returned = {
	problem?: string;
	sentence?: string;
	typed?: Record<string, string | string[]>;
} | null;
export type Kept = { name: string; label: string; text: string; isLong: boolean };

/** What was typed into it, to be shown and sent again. What people wrote is readable; the rest goes along unseen. */
export function keptOf(form: Returned): Kept[] {
	const fields = Object.entries(form?.typed ?? {}).filter(
		([name]) => name !== 'return-code' && name !== 'code'
	);
	return fields.flatMap(([name, value]) =>
		[value].flat().map((text) => {
			const label = labels().get(name);
			return {
				name,
				label: label ?? name,
				text,
				isLong: label === undefined ? isWriting(text) : /\s/.test(text.trim())
			};
		})
	);
}

/** The names of the questions in which people write, in the reader's language. */
function labels(): Map<string, string> {
	const form = starterForm({ content: emptyContent('-'), zone: 'UTC' });
	const written = questionsOf(form).filter(({ kind }) => kind === 'long-text' || kind === 'short-text');
	return new Map(written.map(({ key, label }) => [key, say(label)]));
}
