import type { Actor } from '#shared/actor';
import type { NoteRow } from './note.sql.ts';

/** A note as staff see it. Deleted, it says who wrote here and when, and no more. */
export type NoteView = {
	id: string;
	words: string | null;
	who: string | null;
	writtenAt: Date;
	changedAt: Date | null;
	deletedAt: Date | null;
	isMine: boolean;
};

export function notesFor(
	actor: Actor,
	notes: readonly NoteRow[],
	nameOf: (person: string) => string | null
): NoteView[] {
	return notes.map(({ id, words, author, writtenAt, changedAt, deletedAt }) => ({
		id,
		words,
		who: nameOf(author),
		writtenAt,
		changedAt,
		deletedAt,
		isMine: actor.kind === 'person' && actor.id === author
	}));
}
