import { listKeepers } from '#areas/campaigns/server';
import { findPersonOf } from '#server/identity';
import { template } from '#server/mail';
import type { Context, Details } from '#server/use-case';
import * as m from '#words';
import { listTold } from './reviewing.sql.ts';

/** Nothing is sent to who looks after it no more, nor once somebody has looked. */
async function told(context: Context, { campaign, person: id, day }: Details) {
	const keepers = await listKeepers.within(context, { id: String(campaign) });
	const person = keepers?.persons.includes(String(id)) && (await findPersonOf(context, String(id)));
	const boards = await listTold(context.db, String(campaign), String(day));
	return keepers && person && boards.length ? { ...keepers, person, boards } : undefined;
}

/**
 * How many notes on which boards; never whom they are about nor what they say. Its subject names no campaign: it shows
 * on locked screens. Staff see that it was sent, and not what it says.
 */
template('notes-to-review', {
	called: m.boards_mail_review_called,
	betweenThem: true,
	on: told,
	subject: () => m.boards_mail_review_subject(),
	body: ({ slug, name, person, boards }) => [
		m.boards_mail_hello({ name: person.name }),
		m.boards_mail_review({ count: boards.reduce((sum, { count }) => sum + count, 0), campaign: name }),
		...boards.map(({ number, name: board, count }) => ({
			link: `/workspace/${slug}/boards/${number}/review`,
			words: m.boards_mail_review_board({ board, count })
		})),
		m.boards_mail_review_do(),
		boards.some(({ isAgain }) => isAgain) ? m.boards_mail_review_last() : m.boards_mail_review_again()
	]
});
