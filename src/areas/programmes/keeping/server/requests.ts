import type * as v from 'valibot';
import { Unusable } from '#shared/problem';
import { dayOf } from '#shared/dates';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { findPublishedCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { stateOf } from '../../expression.ts';
import { erase } from '../../server/erasing.ts';
import { findExpressionById, lockExpression } from '../../server/expression.sql.ts';
import { findAnswers } from '../../server/answer.sql.ts';
import { emailOf } from '../../server/sending.ts';
import { signed } from '../../server/signed.ts';
import { writeTo } from '../../server/expression-letters.ts';
import { NewRequest, OneRequest, RefusedRequest } from '../request.schema.ts';
import { dueOf } from '../request.ts';
import { eraseAll, type ToErase } from './erasing-run.ts';
import {
	endRequest,
	findForRequest,
	insertRequest,
	listRequests,
	lockRequest,
	type RequestRow
} from './request.sql.ts';

/**
 * Staff write down that somebody asked for what is held about them, or to have it deleted. Nothing is looked up: of a
 * draft, and of what was withdrawn, staff may not even learn that it exists, and a request must not become a way to ask.
 */
export const recordRequest = useCase('programmes.recordRequest', {
	input: NewRequest,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { kind, about, came, identity, slug }, call) {
		if (came > dayOf(context.now, call.zone)) throw new Unusable({ came: 'in-the-future' });
		const due = dueOf(came);
		if (!due) throw new Unusable({ came: 'out-of-range' });
		const isReference = about.by === 'reference';
		const what = {
			call: call.id,
			kind,
			foundBy: about.by,
			reference: isReference ? about.said : null,
			contact: isReference ? null : about.said,
			cameOn: came,
			dueOn: due,
			identity
		};
		const id = await insertRequest(context.db, { ...what, ...signed(context) });
		await context.record('request.recorded', { id, call: call.id, kind });
		return { slug, id };
	}
});

export type RequestView = Omit<RequestRow, 'call' | 'recordedBy' | 'doneBy'> & {
	recordedBy: string | null;
	doneBy: string | null;
	isLate: boolean;
};
export type RequestsView = {
	slug: string;
	name: string;
	zone: string;
	today: string;
	requests: RequestView[];
};

/** Staff see what was asked, until when it has to be answered, and what was done. */
export const showRequests = useCase('programmes.showRequests', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, _, { id, slug, zone, content }): Promise<RequestsView> {
		const rows = await listRequests(context.db, id);
		const people = rows.flatMap(({ recordedBy, doneBy }) => [recordedBy, ...(doneBy ? [doneBy] : [])]);
		const names = await namesOf(context, people);
		const today = dayOf(context.now, zone);
		const requests = rows.map(({ call: __, recordedBy, doneBy, ...row }) => ({
			...row,
			recordedBy: names.get(recordedBy) ?? null,
			doneBy: doneBy === null ? null : (names.get(doneBy) ?? null),
			isLate: row.doneAt === null && row.dueOn < today
		}));
		return { slug, name: content.name, zone, today, requests };
	}
});

/**
 * Staff do what was asked in one go: delete everything at once, or send the person the way to a copy of everything. Staff
 * see no copy, and are told the same whether there was anything or not. By an address or a number
 * all of this call are found in which it stands.
 */
export const fulfilRequest = useCase('programmes.fulfilRequest', {
	input: OneRequest,
	on: openRequest,
	may: staff,
	async run(context, { slug, id }, { request }) {
		const found = await findForRequest(context.db, request);
		if (request.kind === 'delete') await eraseFor(context, found);
		else for (const one of found) await sendCopy(context, one);
		await endRequest(context.db, id, signed(context));
		await context.record('request.done', { id, call: request.call, kind: request.kind });
		return { slug, id };
	}
});

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };

/** Of a draft, and of what was withdrawn, there is no receipt: it would say that there had been something. */
async function eraseFor(context: Recording, ids: readonly string[]): Promise<void> {
	const sent: ToErase[] = [];
	for (const id of ids) {
		const expression = await lockExpression(context.db, id);
		if (stateOf(expression) === 'sent') sent.push({ expression, why: 'asked' });
		else await erase(context, expression, 'asked');
	}
	await eraseAll(context, sent, { why: 'request', by: signed(context).by });
}

/** To the address in the application and to no other: a link to everything that is held, to read and to take along. */
async function sendCopy(context: Context, id: string): Promise<void> {
	const { locale } = (await findExpressionById(context.db, id))!;
	const email = emailOf({ answers: await findAnswers(context.db, id) });
	if (email) await writeTo(context, 'request-copy', { expression: id, email, locale });
}

/** Staff decline, with the reason that the person was told. */
export const refuseRequest = useCase('programmes.refuseRequest', {
	input: RefusedRequest,
	on: openRequest,
	may: staff,
	async run(context, { slug, id, refused }, { request }) {
		await endRequest(context.db, id, { ...signed(context), refused });
		await context.record('request.refused', { id, call: request.call, kind: request.kind });
		return { slug, id };
	}
});

/** Of this call, and not answered yet. */
async function openRequest({ db }: Context, { slug, id }: v.InferOutput<typeof OneRequest>) {
	const call = await findPublishedCall(db, slug);
	const request = call && (await lockRequest(db, id));
	return request && request.call === call.id && request.doneAt === null ? { request } : undefined;
}
