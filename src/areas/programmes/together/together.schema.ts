import * as v from 'valibot';
import { EmailAddress } from '#shared/email-address';
import { locales } from '#words/addresses';
import { neededText, text } from '#shared/fields';
import { BeginExpression, ByReference, SureOf } from '../expression.schema.ts';
import { leadThens } from './hand-over.ts';
import { gifts } from './together.ts';

const Name = v.pipe(v.string('missing'), v.trim(), v.nonEmpty('missing'), v.maxLength(160, 'too-long'));
const Id = v.pipe(v.string('missing'), v.uuid('wrong-kind'));

export const Invite = v.object({
	...ByReference.entries,
	name: Name,
	email: v.pipe(v.string('missing'), EmailAddress),
	may: v.picklist(gifts, 'missing'),
	language: v.picklist(locales, 'not-an-option'),
	/** The lead's own name, as the others read it. Asked once. */
	own: v.optional(Name)
});
export const OnePerson = v.object({ ...ByReference.entries, person: Id });
export const ChangePower = v.object({ ...OnePerson.entries, may: v.picklist(gifts, 'missing') });
const Then = v.picklist(leadThens, 'missing');
export const OfferLead = v.object({
	...ByReference.entries,
	person: v.pipe(v.string('missing'), v.uuid('missing')),
	then: Then
});
/** Where letters go from now on, and who is rung up. */
export const AcceptLead = v.object({
	...ByReference.entries,
	name: Name,
	email: v.pipe(v.string('missing'), EmailAddress),
	telephone: text(40)
});
export const GiveLead = v.object({ ...ByReference.entries, then: Then });
export const DecideTakeOver = v.object({
	slug: BeginExpression.entries.slug,
	id: Id,
	answer: v.picklist(['yes', 'no'], 'missing'),
	why: neededText(2000),
	tried: SureOf.entries.sure
});
export const ShowAs = v.object({ ...ByReference.entries, as: v.picklist(['name', 'somebody'], 'missing') });
export const ByLink = v.object({ code: v.pipe(v.string('missing'), v.maxLength(300, 'too-long')) });

const Question = v.pipe(v.string(), v.maxLength(80));
export const WriteComment = v.object({
	...ByReference.entries,
	question: Question,
	comment: v.pipe(v.string('missing'), v.trim(), v.nonEmpty('missing'), v.maxLength(2000, 'too-long'))
});
export const OneComment = v.object({ ...ByReference.entries, comment: Id });
export const OfQuestion = v.object({ ...ByReference.entries, question: Question });
export const PutBack = v.object({ ...OfQuestion.entries, text: Id });
