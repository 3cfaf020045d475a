import table from './tables/notes.json' with { type: 'json' };

/** What somebody who reads a date should know besides: a sentence each, in English and unreviewed Welsh. */
export type NoteId = keyof typeof table;

export const notes: Readonly<Record<NoteId, { readonly en: string; readonly cy: string }>> = table;
