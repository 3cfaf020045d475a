import type { Context, Details } from '#server/use-case';
import { isEmailAddress } from '#shared/email-address';
import { Problem } from '#shared/problem';
import { insertLetter } from './letter.sql.ts';
import { askToPost } from './post.ts';
import { templateCalled } from './templates.ts';

/** What a letter is about, in the words of the area that wrote it: { kind: 'expression', id }. */
export type About = { kind: string; id: string };

export type Order = {
	to: string;
	template: string;
	/** Ids only. The words are made from them when the letter is sent. */
	details: Details;
	locale: string;
	about?: About;
};

/** Writes a letter to be sent, in the transaction of the act itself: both are kept, or neither. Returns its id. */
export async function queueMail(context: Context, order: Order): Promise<string> {
	const letter = templateCalled(order.template);
	if (!letter) throw new Error(`There is no template called ${order.template}`);
	if (!isEmailAddress(order.to)) throw new Problem('not-an-email');
	const id = await insertLetter(context.db, { ...order, urgent: letter.urgent ?? false, at: context.now });
	await askToPost(context, { letter: id });
	return id;
}
