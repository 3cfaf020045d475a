import { homeZone } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context, type Details } from '#server/use-case';
import { findDraft } from '../../server/call-desk.sql.ts';
import { signed } from '../../server/signed.ts';
import { ActOnMany, ByDeed, unpacked } from '../deed.schema.ts';
import { aspectOf, bulkActions, type BulkAction, type Choices } from './bulk-actions.ts';
import { deskOf } from './case-views.ts';
import {
	findDeed,
	holdChosen,
	holdExpressions,
	insertChanges,
	insertDeed,
	listChanges,
	lockDeed,
	type Change,
	type DeedRow
} from './deed.sql.ts';
import { listTags } from './tag.sql.ts';

/** Staff do something to those that they ticked, or to all that matched when they looked. It can be undone. */
export const actOnMany = useCase('programmes.actOnMany', {
	input: ActOnMany,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { slug, act, which, reference, seen }, { id: call }) {
		const { action, what } = chosenAct(act, await deskOf(context, call));
		const references = which === 'all' ? unpacked(seen ?? '') : reference;
		if (!references.length) throw new Unusable({ reference: 'none-ticked' });
		const ids = await holdChosen(context.db, context.actor, call, references);
		const { by } = signed(context);
		const deed = await perform(context, {
			call,
			person: by,
			ids,
			aspect: action.aspect(what),
			target: action.target(what)
		});
		return { slug, deed, reference: references.length === 1 ? references[0]! : null };
	}
});

/** Only what is on offer now can be done: a tag that is gone, or somebody who left, is not. */
function chosenAct(act: string, choices: Choices): { action: BulkAction; what: string | null } {
	const [name, what = null] = act.split(':') as [string, string?];
	const action = bulkActions.find((one) => one.name === name);
	if (!action?.offers(choices).lines.some(({ which }) => which === what))
		throw new Unusable({ act: 'missing' });
	return { action, what };
}

type Recording = Context & { record: (event: string, details: Details) => Promise<void> };
type Doing = Pick<DeedRow, 'call' | 'person' | 'aspect' | 'target'> & { ids: readonly string[] };

/** What is so already is left as it is, and not undone either. */
export async function perform(
	context: Recording,
	{ call, person, ids, aspect, target }: Doing
): Promise<string> {
	const { db, now } = context;
	const { aspect: how, which } = aspectOf(aspect);
	const was = await how.read(context, ids, which);
	const changes = ids
		.map((expression) => ({ expression, before: was.get(expression) ?? null, after: target }))
		.filter(({ before, after }) => before !== after);
	const changed = changes.map(({ expression }) => expression);
	await how.write(context, changed, which, target);
	const deed = await insertDeed(db, { call, at: now, person, aspect, target });
	await insertChanges(db, deed, aspect, changes);
	await context.record('caseload.changed', { id: call, deed });
	return deed;
}

export type DeedView = {
	slug: string;
	deed: string;
	at: Date;
	/** Where the call says its times. */
	zone: string;
	who: string | null;
	what: DeedWords;
	/** What it changed, of what the reader may see. */
	references: string[];
	/** Of an undoing: what was left alone, since somebody changed it meanwhile. */
	left: string[];
	isUndoing: boolean;
	undone: { deed: string; at: Date } | null;
	mayUndo: boolean;
};
/** What was done, for a sentence. A tag that is deleted and somebody whose account is gone have no name. */
export type DeedWords =
	| { did: 'tagged' | 'untagged'; tag: string | null }
	| { did: 'assigned'; to: string | null }
	| { did: 'released' }
	| { did: 'spam' }
	| { did: 'unspam' };

export const showDeed = useCase('programmes.showDeed', {
	input: ByDeed,
	on: deedInCall,
	may: staff,
	async run(context, { slug }, { zone, ...deed }): Promise<DeedView> {
		const { db, actor } = context;
		const changes = await listChanges(db, actor, deed.id);
		const original = deed.undoes ? await listChanges(db, actor, deed.undoes) : [];
		const done = new Set(changes.map(({ expression }) => expression));
		const undoing = deed.undoneBy ? await findDeed(db, deed.undoneBy) : undefined;
		const subject = deed.undoes ? (await findDeed(db, deed.undoes))! : deed;
		const names = await namesOf(context, [deed.person, subject.target].filter(isId));
		return {
			slug,
			deed: deed.id,
			at: deed.at,
			zone,
			who: names.get(deed.person ?? '') ?? null,
			what: wordsOf(
				subject,
				new Map((await listTags(db, deed.call)).map(({ id, name }) => [id, name])),
				names
			),
			references: changes.map(({ reference }) => reference),
			left: original.filter(({ expression }) => !done.has(expression)).map(({ reference }) => reference),
			isUndoing: deed.undoes !== null,
			undone: undoing ? { deed: undoing.id, at: undoing.at } : null,
			mayUndo: deed.undoes === null && !undoing && changes.length > 0
		};
	}
});

/** Everything is as it was, but for what somebody changed since: that is left alone, and said. */
export const undoDeed = useCase('programmes.undoDeed', {
	input: ByDeed,
	on: deedInCall,
	may: staff,
	async run(context, { slug }, { id, call, aspect }) {
		const { db, actor, now } = context;
		const held = (await lockDeed(db, id))!;
		if (held.undoneBy) return { slug, deed: held.undoneBy };
		if (held.undoes) throw new Problem('not-found');
		await holdExpressions(
			db,
			(await listChanges(db, actor, id)).map(({ expression }) => expression)
		);
		const ours = await stillSo(context, aspect, await listChanges(db, actor, id));
		const deed = await insertDeed(db, {
			call,
			at: now,
			person: signed(context).by,
			aspect,
			target: null,
			undoes: id
		});
		const back = ours.map(({ expression, before, after }) => ({ expression, before: after, after: before }));
		await writeBack(context, aspect, back);
		await insertChanges(db, deed, aspect, back);
		await context.record('caseload.undone', { id: call, deed });
		return { slug, deed };
	}
});

/** What nobody touched since: it is the last change of it, and what it made is what there is. */
async function stillSo(context: Context, name: string, changes: readonly (Change & { isLast: boolean })[]) {
	const { aspect, which } = aspectOf(name);
	const last = changes.filter(({ isLast }) => isLast);
	const now = await aspect.read(
		context,
		last.map(({ expression }) => expression),
		which
	);
	return last.filter(({ expression, after }) => (now.get(expression) ?? null) === after);
}

async function writeBack(context: Context, name: string, changes: readonly Change[]): Promise<void> {
	const { aspect, which } = aspectOf(name);
	for (const [value, group] of Map.groupBy(changes, ({ after }) => after))
		await aspect.write(
			context,
			group.map(({ expression }) => expression),
			which,
			value
		);
}

async function deedInCall({ db }: Context, { slug, deed }: { slug: string; deed: string }) {
	const call = await findDraft(db, slug);
	const found = call && (await findDeed(db, deed));
	return call && found?.call === call.id ? { ...found, zone: call.zone ?? homeZone } : undefined;
}

const isId = (text: string | null): text is string => /^[0-9a-f-]{36}$/.test(text ?? '');

export function wordsOf(
	{ aspect, target }: Pick<DeedRow, 'aspect' | 'target'>,
	tags: Map<string, string>,
	people: Map<string, string>
): DeedWords {
	const [kind, which = ''] = aspect.split(':');
	if (kind === 'tag') return { did: target ? 'tagged' : 'untagged', tag: tags.get(which) ?? null };
	if (kind === 'spam') return target ? { did: 'spam' } : { did: 'unspam' };
	return target ? { did: 'assigned', to: people.get(target) ?? null } : { did: 'released' };
}
