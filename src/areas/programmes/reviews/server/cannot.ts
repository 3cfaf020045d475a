import { Problem } from '#shared/problem';
import { useCase } from '#server/use-case';
import { panellist } from '../../panel/server/policy.ts';
import { sittingAt } from '../../panel/server/sitting.ts';
import { stateOfReading } from '../reviews.ts';
import { CannotRead, CannotReadMore } from '../reviews.schema.ts';
import { inHand, itsReader } from './at-hand.ts';
import { candidatesOf } from './own.ts';
import { endReading, listReadings } from './reading.sql.ts';
import { visibleToPanel } from '../../panel/server/sitting.ts';

/** A panellist cannot read one of theirs: somebody else does. What they wrote of it stays, and counts nowhere. */
export const cannotRead = useCase('programmes.cannotRead', {
	input: CannotRead,
	on: inHand,
	may: itsReader,
	async run(context, { slug, reference, why }, held) {
		const { seat, expression, call } = held;
		if (!held.shown.mayScore) throw new Problem('reviewing-over');
		const own = (await candidatesOf(context, held)).find((one) => one.reference === reference);
		if (own?.state === 'in') throw new Problem('review-is-in');
		await endReading(
			context.db,
			{ seat: seat.id, expression: expression.id },
			{ at: context.now, how: 'cannot', why: why || null }
		);
		await context.record('reading.returned', { id: seat.id, call: call.id, count: 1 });
		return { slug };
	}
});

/** They can read no more: everything that they have not begun goes to others. */
export const cannotReadMore = useCase('programmes.cannotReadMore', {
	input: CannotReadMore,
	on: sittingAt,
	may: panellist,
	async run(context, { slug, why }, sitting) {
		const { seat, call } = sitting;
		if (!sitting.shown.mayScore) throw new Problem('reviewing-over');
		const rows = await listReadings(context.db, call.id, visibleToPanel(context.db, sitting), seat.id);
		const left = rows.filter((one) => stateOfReading(one) === 'to-read');
		for (const { expression } of left)
			await endReading(
				context.db,
				{ seat: seat.id, expression },
				{ at: context.now, how: 'cannot', why: why || null }
			);
		if (left.length)
			await context.record('reading.returned', { id: seat.id, call: call.id, count: left.length });
		return { slug };
	}
});
