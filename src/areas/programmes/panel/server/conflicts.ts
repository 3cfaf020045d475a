import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { findPublishedCall } from '../../server/call.sql.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { signed } from '../../server/signed.ts';
import { DeclareConflict, JudgeConflict, PinConflict } from '../panel.schema.ts';
import { clearConflict, findConflict, insertConflict, pinConflict } from './conflict.sql.ts';
import { staffForOthers, unconflictedPanellist } from './policy.ts';
import { readable } from './reading.ts';
import { findSeatById } from './seat.sql.ts';

/** Somebody recognises what they read. From this moment it does not exist for them. */
export const declareConflict = useCase('programmes.declareConflict', {
	input: DeclareConflict,
	on: readable,
	may: unconflictedPanellist,
	async run(context, { slug, kind, because }, { seat, expression }) {
		const { by, at } = signed(context);
		const said = { kind, because, source: 'declared', by, at } as const;
		const id = await insertConflict(context.db, { seat: seat.id, expression: expression.id, ...said });
		await context.record('conflict.declared', { id: id!, call: seat.call, expression: expression.id });
		return { slug };
	}
});

/** Staff know of one that nobody said. */
export const pinConflictOf = useCase('programmes.pinConflictOf', {
	input: PinConflict,
	async on(context, input) {
		const held = await sentIn(context, input);
		const seat = held && (await findSeatById(context.db, input.seat));
		return seat && seat.call === held.expression.call ? { ...held, seat, person: seat.person } : undefined;
	},
	may: staffForOthers,
	async run(context, { slug, kind, because }, { seat, expression }) {
		const { by, at } = signed(context);
		const said = { kind, because, source: 'pinned', by, at } as const;
		const id = await insertConflict(context.db, { seat: seat.id, expression: expression.id, ...said });
		await context.record('conflict.pinned', { id: id!, call: seat.call, expression: expression.id });
		return { slug };
	}
});

/** Staff look at what was found or said: it stands, or it is none, with a reason. Nobody judges their own. */
export const judgeConflict = useCase('programmes.judgeConflict', {
	input: JudgeConflict,
	on: judged,
	may: staffForOthers,
	async run(context, { slug, verdict, why }, { id, call, expression }) {
		const { by, at } = signed(context);
		const { db } = context;
		const isDone =
			verdict === 'stands'
				? await pinConflict(db, id, { by, at })
				: await clearConflict(db, id, { by, at, why });
		if (!isDone) throw new Problem('conflict-judged');
		await context.record(verdict === 'stands' ? 'conflict.pinned' : 'conflict.cleared', {
			id,
			call,
			expression
		});
		return { slug };
	}
});

async function judged({ db }: Context, { slug, conflict }: { slug: string; conflict: string }) {
	const call = await findPublishedCall(db, slug);
	const found = call && (await findConflict(db, conflict));
	return found && found.call === call.id ? found : undefined;
}
