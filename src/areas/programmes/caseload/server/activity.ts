import * as v from 'valibot';
import { homeZone } from '#shared/dates';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { InCall } from '../../expression-desk.schema.ts';
import { findDraft } from '../../server/call-desk.sql.ts';
import { findExpression } from '../../server/expression.sql.ts';
import { ofCall, ofOne } from '../activity-words.ts';
import { InCallOnly } from '../tag.schema.ts';
import { listActivity, type Line } from './activity.sql.ts';
import { wordsOf } from './deeds.ts';
import { listTags } from './tag.sql.ts';

export type Happened = {
	at: Date;
	name: string;
	who: string | null;
	/** By itself: nobody did it, or its applicant. */
	isNobody: boolean;
	count: number | null;
	reference: string | null;
	/** To whom, or which word. */
	more: string | null;
	deed: string | null;
};
export type ActivityView = {
	slug: string;
	name: string;
	reference: string | null;
	zone: string;
	now: Date;
	lines: Happened[];
	page: number;
	hasMore: boolean;
};

const pageSize = 50;
const page = v.fallback(
	v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/), v.transform(Number)), '1'),
	1 as never
);

/** Staff read what happened to a call and to its applications, newest first. */
export const showActivity = useCase('programmes.showActivity', {
	input: v.object({ ...InCallOnly.entries, page }),
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	run: (context, input, call) => activityOf(context, { ...input, call, expression: null, reference: null })
});

/** The same of one application. */
export const showActivityOf = useCase('programmes.showActivityOf', {
	input: v.object({ ...InCall.entries, page }),
	async on({ db, actor }, { slug, reference }) {
		const [call, expression] = [await findDraft(db, slug), await findExpression(db, actor, reference)];
		return call && expression?.submittedAt && expression.call === call.id ? { call, expression } : undefined;
	},
	may: staff,
	run: (context, input, { call, expression }) =>
		activityOf(context, { ...input, call, expression: expression.id })
});

type Asked = {
	slug: string;
	page: number;
	reference: string | null;
	call: NonNullable<Awaited<ReturnType<typeof findDraft>>>;
	expression: string | null;
};

async function activityOf(
	context: Context,
	{ slug, page, reference, call, expression }: Asked
): Promise<ActivityView> {
	const rows = await listActivity(context.db, context.actor, {
		call: call.id,
		expression,
		ofOne: Object.keys(ofOne),
		ofCall: Object.keys(ofCall),
		limit: pageSize + 1,
		offset: (page - 1) * pageSize
	});
	return {
		slug,
		name: call.content.name,
		reference,
		zone: call.zone ?? homeZone,
		now: context.now,
		lines: await linesOf(context, call.id, rows.slice(0, pageSize)),
		page,
		hasMore: rows.length > pageSize
	};
}

async function linesOf(context: Context, call: string, rows: readonly Line[]): Promise<Happened[]> {
	const ids = rows.flatMap(({ person, target }) => [person, target]).filter((id) => isId(id));
	const people = await namesOf(context, ids as string[]);
	const tags = new Map((await listTags(context.db, call)).map(({ id, name }) => [id, name]));
	return rows.map(({ at, name, person, count, reference, aspect, target, undoes, deed }) => {
		const words = aspect === null ? null : wordsOf({ aspect, target }, tags, people);
		return {
			at,
			name: undoes ? 'undone' : (words?.did ?? name),
			who: person && isId(person) ? (people.get(person) ?? null) : null,
			isNobody: person === null || !people.has(person),
			count,
			reference: count === 1 ? reference : null,
			more: words && 'tag' in words ? words.tag : words && 'to' in words ? words.to : null,
			deed
		};
	});
}

function isId(text: string | null): boolean {
	return /^[0-9a-f-]{36}$/.test(text ?? '');
}
