import { changeNote, deleteNote, showNote } from '#areas/programmes/server';
import { formAction, page } from '#server/web';
import { toNote } from '../../narrowing.ts';

export const load = page(showNote, { from: 'both' });

export const actions = { save: formAction(changeNote, toNote), delete: formAction(deleteNote, toNote) };
