import * as v from 'valibot';
import type { Actor } from '#shared/actor';
import { Problem } from '#shared/problem';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { Edition, Words } from '../note.schema.ts';
import { InCall } from '../expression-desk.schema.ts';
import { Narrowing } from '../expression-list.schema.ts';
import { inCall } from './expression-reading.ts';
import { notesFor } from './note-views.ts';
import { clearNote, insertNote, listNotes, lockNote, saveNote, type NoteRow } from './note.sql.ts';

/** Staff write beside an expression what colleagues should know. The applicant may ask for it, and the page says so. */
export const writeNote = useCase('programmes.writeNote', {
	input: v.object({ ...InCall.entries, note: Words }),
	on: inCall,
	may: staff,
	async run(context, { note: words, slug, reference }, { expression }) {
		const { db, now } = context;
		const id = await insertNote(db, { expression: expression.id, author: author(context), words, at: now });
		await context.record('note.written', { id, expression: expression.id, call: expression.call });
		return { slug, reference, id };
	}
});

/** Staff's programs read what colleagues noted beside one that was sent. */
export const readNotes = useCase('programmes.readNotes', {
	input: InCall,
	on: inCall,
	may: staff,
	async run(context, _, { expression: { id } }) {
		const notes = await listNotes(context.db, context.actor, id);
		const names = await namesOf(
			context,
			notes.map((note) => note.author)
		);
		return notesFor(context.actor, notes, (person) => names.get(person) ?? null);
	}
});

const ByNote = v.object({ ...InCall.entries, id: v.pipe(v.string(), v.uuid()) });

/** Its author looks at it to change it, and goes back to the list as it was narrowed. */
export const showNote = useCase('programmes.showNote', {
	input: v.object({ ...ByNote.entries, ...Narrowing }),
	on: noteInCall,
	may: authorOfNote,
	run(_, input, { note: { words, edition } }) {
		const { slug, reference, id, ...chosen } = input;
		return { slug, reference, id, chosen, words: words ?? '', edition };
	}
});

/** Its author changes it; that it was changed, and when, stays beside it. */
export const changeNote = useCase('programmes.changeNote', {
	input: v.object({ ...ByNote.entries, note: Words, edition: Edition }),
	on: noteInCall,
	may: authorOfNote,
	async run({ db, now, record }, { note: words, edition, slug, reference, id }, { note }) {
		if (edition !== note.edition) throw new Problem('note-edited-meanwhile');
		if (words !== note.words) {
			await saveNote(db, id, words, now);
			await record('note.changed', { id, expression: note.expression, call: note.call });
		}
		return { slug, reference, id };
	}
});

/** Its author deletes it: the words are gone at once, who wrote and when stays. */
export const deleteNote = useCase('programmes.deleteNote', {
	input: ByNote,
	on: noteInCall,
	may: authorOfNote,
	async run({ db, now, record }, { slug, reference, id }, { note }) {
		await clearNote(db, id, now);
		await record('note.deleted', { id, expression: note.expression, call: note.call });
		return { slug, reference, id };
	}
});

/** Colleagues read a note; whoever wrote it changes it. */
function authorOfNote(actor: Actor, { note }: { note: Pick<NoteRow, 'author'> }): boolean {
	return staff(actor) && actor.kind === 'person' && actor.id === note.author;
}

async function noteInCall(context: Context, { id, ...where }: v.InferOutput<typeof ByNote>) {
	const held = await inCall(context, where);
	const note = held && (await lockNote(context.db, context.actor, id));
	return note && note.expression === held.expression.id ? { note } : undefined;
}

function author({ actor }: Context): string {
	if (actor.kind !== 'person') throw new Problem('not-found');
	return actor.id;
}
