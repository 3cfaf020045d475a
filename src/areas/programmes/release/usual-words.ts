import * as m from '#words';
import { mergeFields, type LetterKind, type MergeField } from './letters.ts';

/** Each field stands for itself, so that what is shown to staff has it where it is filled in. */
const fields = Object.fromEntries(mergeFields.map((name) => [name, `{${name}}`])) as Record<
	MergeField,
	string
>;

/** What we write where the host has not written anything, in the reader's language. */
export function usualWords(kind: LetterKind): string {
	return usual[kind]();
}

const { group, programme } = fields;
const usual: Record<LetterKind, () => string> = {
	offer: () => m.release_usual_offer({ group, programme }),
	reserve: () => m.release_usual_reserve({ group, programme }),
	not: () => m.release_usual_not({ group, programme }),
	up: () => m.release_usual_up({ group, programme }),
	full: () => m.release_usual_full({ group, programme }),
	later: () => m.release_usual_later({ group, programme }),
	late: () => m.release_usual_late({ group, programme })
};

/** What the letter says in one sentence, in the reader's language, where the host's words are in another. */
export const gists: Record<LetterKind, () => string> = {
	offer: m.release_gist_offer,
	reserve: m.release_gist_reserve,
	not: m.release_gist_not,
	up: m.release_gist_up,
	full: m.release_gist_full,
	later: m.release_gist_later,
	late: m.release_gist_late
};
