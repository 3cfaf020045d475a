// words: for staff (and for the panel, in the languages of the desk)
import { findPersonOf } from '#server/identity';
import { template } from '#server/mail';
import * as m from '#words';
import { sentenceOfInstant } from '#words/dates';
import { findCall } from '../../server/call.sql.ts';
import { findSeatById } from '../../panel/server/seat.sql.ts';
import { leftOf } from './chasing.ts';
import { untilOf } from './until.ts';

/** How many, and until when: no application is named, and nothing is sent once nothing is left. */
template('reviews-left', {
	called: m.reviews_mail_left_called,
	async on(context, { seat: id }) {
		const seat = await findSeatById(context.db, String(id));
		const person = seat && (await findPersonOf(context, seat.person));
		const call = seat && (await findCall(context.db, seat.call));
		if (!person || !call) return undefined;
		const { left } = await leftOf(context, seat);
		const until = await untilOf(context, call);
		return left ? { name: person.name, call, left, until } : undefined;
	},
	subject: () => m.reviews_mail_left_subject(),
	body: ({ name, call, left, until }) => [
		m.reviews_mail_hello({ name }),
		m.reviews_mail_left({ count: left, programme: call.content.name }),
		...(until ? [m.reviews_mail_until({ when: sentenceOfInstant(until.instant, until.zone) })] : []),
		{ link: `/panel/${call.slug}/reviews`, words: m.reviews_mail_link() },
		m.reviews_mail_cannot()
	]
});
