import type { Db } from '#server/db';
import type { Details } from '#server/use-case';
import type { About } from './queue.ts';

type NewLetter = {
	to: string;
	template: string;
	details: Details;
	locale: string;
	about?: About;
	urgent: boolean;
	at: Date;
};

export async function insertLetter(db: Db, letter: NewLetter): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into mail.letter (template, address, locale, details, about_kind, about_id, urgent, queued_at)
		values (${letter.template}, ${letter.to}, ${letter.locale}, ${db.json(letter.details)},
			${letter.about?.kind ?? null}, ${letter.about?.id ?? null}, ${letter.urgent}, ${letter.at})
		returning id`;
	return row!.id;
}
