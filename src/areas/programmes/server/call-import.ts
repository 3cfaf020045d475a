import * as v from 'valibot';
import { Problem } from '#shared/problem';
import { ourselves, useCase, type Context } from '#server/use-case';
import { readCallFile, UnusableFile, type FiledCall } from '../call-file.ts';
import { mergeContent } from '../call-file-content.ts';
import { gapsIn, stopping, type CallDates, type Gap } from '../call-gaps.ts';
import { emptyContent } from '../call.schema.ts';
import { phaseAt } from '../call.ts';
import { publishFirstForm } from '../form/server/beginning.ts';
import { slugOf } from '../slug.ts';
import { refuseOtherTerms } from '../terms/server/standing.ts';
import { addProgramme, addVersion, lockDraft, saveContent, saveDates, type Draft } from './call-desk.sql.ts';
import { datesOf, isSame } from './call-desk-views.ts';
import { callFor, type CallView } from './call-views.ts';
import { findCall, type StandingCall } from './call.sql.ts';

/** What became of a file: a draft that still needs something, a published call, a correction, or nothing new. */
export type Imported = {
	result: 'draft' | 'published' | 'corrected' | 'unchanged';
	slug: string;
	name: string;
	view: CallView | null;
	/** As kept, published or not. */
	dates: CallDates;
	gaps: Gap[];
	remarks: string[];
};

const again = 'The details of this call were brought up to date from the host’s own record.';

/**
 * Whoever runs the server brings in a call from a file of facts. One with its dates is published; one without is kept
 * as a draft. The same programme again is corrected by what the file says, and keeps what the file does not say.
 */
export const importCall = useCase('programmes.importCall', {
	input: v.object({ text: v.string(), opens: v.optional(v.string()) }),
	on: ({ db }, { text, opens }) => {
		const filed = read(text, opens);
		return lockDraft(db, slugOf(filed.name)).then((draft) => ({ filed, draft }));
	},
	may: ourselves,
	async run(context, _, { filed, draft }) {
		const kept = draft ?? (await begin(context, filed));
		const live = await findCall(context.db, kept.id);
		const next = { ...kept, ...datesSaid(filed, kept), content: mergeContent(kept.content, filed.content) };
		await keepWhatChanged(context, kept, next);
		const result = await publishIfWhole(context, next, live);
		return answer(context, next, result, filed.remarks);
	}
});

function read(text: string, opens: string | undefined): FiledCall {
	try {
		return readCallFile(text, { opens });
	} catch (error) {
		if (error instanceof UnusableFile) throw new Problem('unusable-call-file', { because: error.message });
		throw error;
	}
}

async function begin(context: Context & { record: Recorder }, { name, dates }: FiledCall): Promise<Draft> {
	const slug = slugOf(name);
	const { id } = await addProgramme(context.db, {
		slug,
		content: emptyContent(name),
		dates,
		now: context.now
	});
	await context.record('programme.created', { id });
	return (await lockDraft(context.db, slug))!;
}

/** Dates that the file does not know stay as they are. */
function datesSaid({ dates }: FiledCall, before: CallDates): CallDates {
	const said = Object.entries(dates).filter(([, value]) => value !== null);
	const zone = (dates.opensAt ?? dates.closesAt) ? dates.zone : before.zone;
	return { ...datesOf(before), ...(Object.fromEntries(said) as Partial<CallDates>), zone };
}

async function keepWhatChanged({ db }: Context, before: Draft, next: Draft): Promise<void> {
	if (isSame(before, next)) return;
	await saveContent(db, next.id, next.content);
	await saveDates(db, next.id, datesOf(next));
}

type Recorder = (event: string, details: { id: string }) => Promise<void>;

async function publishIfWhole(
	context: Context & { record: Recorder },
	next: Draft,
	live: StandingCall | undefined
): Promise<Imported['result']> {
	const { db, now, record } = context;
	if (live && isSame(next, live)) return 'unchanged';
	if (stopping(gapsIn(next.content, next)).length) return 'draft';
	await refuseOtherTerms(context, next.id, next.content);
	await publishFirstForm(context, next);
	const act = { call: next.id, now, by: null };
	await addVersion(db, act, { dates: datesOf(next), content: next.content, note: live ? again : null });
	const moved = live && next.closesAt!.getTime() !== live.closesAt!.getTime();
	await record(moved ? 'call.deadline-moved' : live ? 'call.corrected' : 'call.published', { id: next.id });
	return live ? 'corrected' : 'published';
}

async function answer(
	{ db, now }: Context,
	{ id, slug, content, ...dates }: Draft,
	result: Imported['result'],
	remarks: string[]
): Promise<Imported & { phase: string }> {
	const live = await findCall(db, id);
	return {
		result,
		slug,
		name: content.name,
		phase: live ? phaseAt(live, now) : 'draft',
		view: live ? callFor('public', live, [], now) : null,
		dates: datesOf(dates),
		gaps: gapsIn(content, dates),
		remarks
	};
}
