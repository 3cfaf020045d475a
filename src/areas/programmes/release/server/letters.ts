import { template, type Block } from '#server/mail';
import { staff, type Context, type Details } from '#server/use-case';
import * as m from '#words';

import { sentenceOfInstant } from '#words/dates';
import { nameOfLanguage } from '#words/tongues';
import { wayBack } from '../../server/expression-letters.ts';
import { letterView, type LetterView } from '../../server/letter-views.ts';
import { letterKinds, type LetterKind } from '../letters.ts';
import { gists } from '../usual-words.ts';
import { mayAnswer, offerState } from '../release.ts';
import { decisionLetter, type DecisionLetter } from './letter-view.ts';
import { findOfferOf, type OfferRow } from './offer.sql.ts';

export const templateOf = (kind: LetterKind): string => `decision-${kind}`;

const called: Record<LetterKind, () => string> = {
	offer: m.release_mail_offer_called,
	reserve: m.release_mail_reserve_called,
	not: m.release_mail_not_called,
	up: m.release_mail_up_called,
	full: m.release_mail_full_called,
	later: m.release_mail_later_called,
	late: m.release_mail_late_called
};

/** All have one subject: what was decided shows on no locked screen. */
for (const kind of letterKinds)
	template<DecisionLetter>(templateOf(kind), {
		called: called[kind],
		on: (context, details) => decisionLetter(context, details, kind),
		subject: ({ expression: { reference } }) => m.release_mail_subject({ reference }),
		body: (view) => [...bodyOf(view), ...wayBack(view)]
	});

export function bodyOf(view: DecisionLetter): Block[] {
	const { kind, elsewhere, paragraphs, feedback, newDay, hasLot } = view;
	return [
		...(elsewhere ? [gists[kind](), m.release_written_in({ language: nameOfLanguage(elsewhere) })] : []),
		...paragraphs,
		...(newDay ? [m.release_new_day({ day: newDay })] : []),
		...(feedback ? [{ heading: m.release_feedback() }, ...feedback.split(/\n{2,}/)] : []),
		...facts(view),
		...(hasLot ? [m.release_lots_letter()] : [])
	];
}

function facts({ answerBy, position }: DecisionLetter): Block[] {
	const rows: [string, string][] = [
		...(position === null ? [] : [[m.release_position(), String(position)] as [string, string]]),
		...(answerBy ? [[m.release_answer_by(), answerBy] as [string, string]] : [])
	];
	return rows.length ? [{ facts: rows }, ...(answerBy ? [m.release_answer_how()] : [])] : [];
}

type OfferLetter = LetterView & { until: string };

async function offerLetter(
	context: Context,
	details: Details,
	isWorth: (offer: OfferRow, now: Date) => boolean
): Promise<OfferLetter | undefined> {
	const view = await letterView(context, details, ['sent']);
	const offer = view && (await findOfferOf(context.db, view.expression.id));
	if (!offer || !isWorth(offer, context.now)) return undefined;
	return { ...view, until: sentenceOfInstant(offer.until, view.expression.call.zone) };
}

const programme = ({ expression }: LetterView) => ({ programme: expression.call.name });

template<OfferLetter>('decision-reminder', {
	called: m.release_mail_reminder_called,
	on: (context, details) => offerLetter(context, details, mayAnswer),
	subject: ({ expression: { reference } }) => m.release_mail_reminder_subject({ reference }),
	body: (view) => [
		m.release_mail_reminder({ ...programme(view), until: view.until }),
		m.release_answer_how(),
		...wayBack(view)
	]
});

template<OfferLetter>('decision-accepted', {
	called: m.release_mail_accepted_called,
	on: (context, details) => offerLetter(context, details, ({ end }) => end === 'accepted'),
	subject: ({ expression: { reference } }) => m.release_mail_subject({ reference }),
	body: (view) => [m.release_mail_accepted(programme(view)), m.release_mail_accepted_next(), ...wayBack(view)]
});

/** They did not answer in time, and somebody else has the place. */
template<OfferLetter>('decision-lapsed', {
	called: m.release_mail_lapsed_called,
	on: (context, details) => offerLetter(context, details, ({ end }) => end === 'lapsed'),
	subject: ({ expression: { reference } }) => m.release_mail_subject({ reference }),
	body: (view) => [m.release_mail_lapsed({ ...programme(view), until: view.until }), ...wayBack(view)]
});

/** Staff ended it, since they did not answer and nobody waits. Staff read it before, of an offer that they could close. */
template<OfferLetter>('decision-closed', {
	called: m.release_mail_closed_called,
	on: (context, details) =>
		offerLetter(
			context,
			details,
			(offer, now) =>
				offer.end === 'closed' ||
				(details['pending'] === 'yes' && staff(context.actor) && offerState(offer, now) === 'late')
		),
	subject: ({ expression: { reference } }) => m.release_mail_subject({ reference }),
	body: (view) => [m.release_mail_closed({ ...programme(view), until: view.until }), ...wayBack(view)]
});
