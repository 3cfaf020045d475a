import { findPersonOf } from '#server/identity';
import { keepFrom, queueMail, template } from '#server/mail';
import { every, on, type Context } from '#server/use-case';
import * as m from '#words';
import { findCall } from '../../server/call.sql.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { suggestForExpression } from './known.ts';
import { listCoApplicantsKept, listKeptFrom } from './conflict.sql.ts';
import { deleteOldTies, findSeatById } from './seat.sql.ts';

on('seat.offered', async function tellOfSeat(context, { id }) {
	const seat = await findSeatById(context.db, String(id));
	const person = seat && (await findPersonOf(context, seat.person));
	if (!person) return;
	const { email: to, locale } = person;
	await queueMail(context, { to, template: 'panel-seat', details: { seat: seat.id }, locale });
});

// words: for staff and the panel
template('panel-seat', {
	called: m.panel_mail_seat_called,
	async on(context, { seat: id }) {
		const seat = await findSeatById(context.db, String(id));
		const person = seat && (await findPersonOf(context, seat.person));
		const call = seat && (await findCall(context.db, seat.call));
		return person && call && { name: person.name, email: person.email, call };
	},
	subject: () => m.panel_mail_seat_subject(),
	body: ({ name, email, call }) => [
		m.panel_mail_seat_hello({ name }),
		m.panel_mail_seat_why({ host: call.content.host, programme: call.content.name }),
		m.panel_mail_seat_how({ email }),
		{ link: `/panel/${call.slug}`, words: m.panel_mail_seat_link() },
		m.panel_mail_seat_no()
	]
});

keepFrom('expression', async ({ db, actor }) => (actor.kind === 'person' ? listKeptFrom(db, actor.id) : []));
keepFrom('co-applicant', async ({ db, actor }) =>
	actor.kind === 'person' ? listCoApplicantsKept(db, actor.id) : []
);

/** What an applicant changed since may name somebody: it is looked through again before the panel reads it. */
for (const event of ['expression.submitted', 'expression.more-ended']) {
	const look = {
		[`lookForTies:${event}`]: async (context: Context, { id }: { id?: unknown }) => {
			const row = await findExpressionById(context.db, String(id));
			if (row && !row.erasedAt) await suggestForExpression(context, row);
		}
	};
	on(event, look[`lookForTies:${event}`]!);
}

every('23 3 * * *', forgetTies);

/** Whom somebody is tied to is nobody's business once it is decided: a month after the release, or after the seat ended. */
export async function forgetTies({ db, now }: Context): Promise<void> {
	await deleteOldTies(db, new Date(now.getTime() - 30 * 86_400_000));
}
