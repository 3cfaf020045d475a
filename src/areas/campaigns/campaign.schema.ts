import * as v from 'valibot';
import { kindsOfCampaign } from '#areas/programmes';
import { EmailAddress } from '#shared/email-address';
import { LastDay } from '#shared/last-day';
import { neededText, oneOf, text, ticked } from '#shared/fields';
import { cares } from './campaign.ts';
import { parts } from './membership.ts';
import { readers, shareLevels } from './sharing.ts';

const Id = v.pipe(v.string('missing'), v.uuid('wrong-kind'));

/** The accepted place of a programme. */
export const ByPlace = v.object({ place: Id });

export const Slug = v.pipe(v.string('missing'), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'wrong-kind'));
export const ById = v.object({ id: Id });
export const BySlug = v.object({ slug: Slug });
/** As somebody else would see it; whoever may see more sees less. */
export const SeenAs = v.object({ ...BySlug.entries, as: v.optional(v.picklist(readers)) });

const Care = v.optional(v.picklist(cares, 'not-an-option'), 'usual');
const about = {
	community: neededText(2000),
	change: neededText(2000),
	data: neededText(2000),
	kind: oneOf(kindsOfCampaign),
	care: Care
};
export const Opening = v.object({ name: neededText(200), ...about });
export const Describing = v.object({
	...BySlug.entries,
	...about,
	edition: v.pipe(v.unknown(), v.transform(Number))
});
export const Renaming = v.object({ ...BySlug.entries, name: neededText(200), isSaid: ticked });
export const Sharing = v.object({ ...BySlug.entries, share: v.picklist(shareLevels, 'missing') });

const none = { day: '', month: '', year: '' };
/** What somebody is to the campaign, and the last day of it. A guest always has one. */
const membership = { part: v.picklist(parts, 'missing'), until: v.optional(LastDay, none) };

export const Inviting = v.pipe(
	v.object({ ...BySlug.entries, name: text(200), email: EmailAddress, ...membership }),
	v.forward(
		v.check(({ part, until }) => part !== 'guest' || until !== null, 'guest-until'),
		['until']
	)
);
/** Somebody to coordinate a campaign that has nobody yet. */
export const InvitingFirst = v.object({ ...BySlug.entries, place: Id, name: text(200), email: EmailAddress });
export const ByMember = v.object({ ...BySlug.entries, member: Id });
export const EndingMember = v.object({ ...ByMember.entries, sure: ticked });
export const ChangingMember = v.pipe(
	v.object({ ...ByMember.entries, ...membership }),
	v.forward(
		v.check(({ part, until }) => part !== 'guest' || until !== null, 'guest-until'),
		['until']
	)
);
export const Answering = v.object({ ...BySlug.entries, answer: v.picklist(['yes', 'no'], 'missing') });
