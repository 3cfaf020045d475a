import type { Question } from '#areas/forms';
import { Problem } from '#shared/problem';
import { isOwn, type Whole } from '../../server/whole.ts';
import { isAtLeast, isPersonal, type Power } from '../together.ts';
import type { PersonRow } from './person.sql.ts';

type Asked = readonly Question[];

/** Why somebody may only read a page: they were asked to read or comment; or it is about one person, and not them. */
export type ReadOnly = 'may-not-edit' | 'of-the-lead';

/** Of several people, who may write on a page. Null: they may. */
export function whyReadOnly(
	person: PersonRow | undefined,
	{ writers }: Whole,
	asked: Asked
): ReadOnly | null {
	if (!person || person.may === 'lead') return null;
	if (!isAtLeast(person.may, 'edit')) return 'may-not-edit';
	const others = asked.filter(
		(question) =>
			isPersonal(question) && !(question.seenBy === 'access' && isOwn(person.id, question.key, writers))
	);
	return others.length ? 'of-the-lead' : null;
}

/** Which of several people reads, and who leads them. Null: it is one person's. */
export type Standing = { may: Power; lead: string } | null;

export function standingOf(person: PersonRow | undefined, { writers }: Whole): Standing {
	return person ? { may: person.may, lead: writers.leadName } : null;
}

export function mustBeTheirs(person: PersonRow | undefined, whole: Whole, asked: Asked): void {
	if (whyReadOnly(person, whole, asked)) throw new Problem('only-the-lead');
}
