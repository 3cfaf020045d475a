import type { Kind, Option, Question } from '../question.ts';
import type { MessageKey, Words } from '../words.ts';

export const shelves = ['group', 'change', 'support', 'taking-part', 'care', 'last'] as const;
export type Shelf = (typeof shelves)[number];

/** What an answer is mostly for. The asking area has its own words for it, and for who sees it then. */
export type Use = 'choosing' | 'programme' | 'contact' | 'reporting';

/** A question to begin from: in every language, and why it is asked this way and not another. */
export type WellMade = { id: string; shelf: Shelf; use: Use; why: MessageKey; ask: Asked };
type Asked = Kind & Pick<Question, 'label' | 'help' | 'personal'>;

export const said = (message: MessageKey): Words => ({ message });
export const option = (value: string, label: MessageKey): Option => ({ value, label: said(label) });
export const notSure = option('not-sure', 'library_not_sure');
