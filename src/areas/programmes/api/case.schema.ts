import * as v from 'valibot';
import { mostAtOnce } from '../caseload/deed.schema.ts';
import { colours, MakeTag } from '../caseload/tag.schema.ts';

const Id = v.pipe(v.string(), v.uuid());
const Instant = v.pipe(v.string(), v.isoTimestamp());

const TagRecord = v.object({ id: Id, name: v.string(), colour: v.picklist(colours) });
const ColleagueRecord = v.object({ id: Id, name: v.string() });

export const TagRecords = v.object({
	tags: v.array(
		v.object({
			...TagRecord.entries,
			count: v.pipe(v.number(), v.integer(), v.description('Of what whoever made the token may see'))
		})
	)
});

export const NewTag = v.omit(MakeTag, ['slug']);

/** Members of staff to whom an application can be given. */
export const ColleagueRecords = v.object({ colleagues: v.array(ColleagueRecord) });

/** What staff have put on one application. */
export const CaseRecord = v.object({
	tags: v.array(TagRecord),
	looked_after_by: v.pipe(v.nullable(ColleagueRecord), v.description('Null: nobody'))
});

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** What is done to one or to many at once, as at the desk, and can be undone as one. */
export const NewDeed = v.object({
	act: v.pipe(
		v.string('missing'),
		v.regex(new RegExp(`^((tag|untag|assign):${uuid}|release)$`), 'not-an-option'),
		v.description('tag:ID and untag:ID with the id of a tag, assign:ID with that of a colleague, or release')
	),
	reference: v.pipe(
		v.array(v.pipe(v.string(), v.maxLength(20, 'wrong-kind')), 'missing'),
		v.minLength(1, 'missing'),
		v.maxLength(mostAtOnce, 'too-many'),
		v.description('References of applications. One that is not there is passed over.')
	)
});

export const DeedRecord = v.object({
	id: Id,
	at: Instant,
	who: v.nullable(v.string()),
	did: v.picklist(['tagged', 'untagged', 'assigned', 'released', 'spam', 'unspam']),
	changed: v.pipe(
		v.array(v.string()),
		v.description('References of what it changed; what was so already is not among them')
	),
	left: v.pipe(
		v.array(v.string()),
		v.description('Of an undoing: what somebody had changed since, which was left alone')
	),
	undone_by: v.nullable(Id)
});
