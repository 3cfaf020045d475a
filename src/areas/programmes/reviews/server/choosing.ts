import { Problem } from '#shared/problem';
import { staff, useCase } from '#server/use-case';
import { sentIn } from '../../server/expression-reading.ts';
import { signed } from '../../server/signed.ts';
import { findSeatById } from '../../panel/server/seat.sql.ts';
import { ChooseReader } from '../reviews.schema.ts';
import { giveReading, isReadable, lockReadings } from './reading.sql.ts';

/** Staff choose who reads one: it stays theirs when everything is shared out again. */
export const chooseReader = useCase('programmes.chooseReader', {
	input: ChooseReader,
	async on(context, input) {
		const held = await sentIn(context, input);
		const seat = held && (await findSeatById(context.db, input.seat));
		return seat && seat.call === held.expression.call ? { ...held, seat } : undefined;
	},
	may: staff,
	async run(context, { slug }, { expression, seat }) {
		const { by, at } = signed(context);
		await lockReadings(context.db, seat.call);
		if (!seat.acceptedAt || !(await isReadable(context.db, expression.id, seat.person)))
			throw new Problem('not-theirs-to-read');
		const given = { seat: seat.id, expression: expression.id, at, by, isChosen: true };
		await giveReading(context.db, given);
		await context.record('reading.chosen', { id: seat.id, call: seat.call, expression: expression.id });
		return { slug };
	}
});
