import { every, on, type Context, type Details } from '#server/use-case';
import { chaseReaders } from './chasing.ts';
import './letters.ts';
import { shareOutAgain } from './sharing.ts';

/** Whoever reads less than was shared out: somebody else takes it over, and nothing else moves. */
for (const event of [
	'reading.returned',
	'review.abstained',
	'conflict.declared',
	'conflict.pinned',
	'seat.ended'
]) {
	const again = {
		[`shareOutAgain:${event}`]: async (context: Context, { call }: Details) => {
			await shareOutAgain.within(context, { call: String(call) });
		}
	};
	on(event, again[`shareOutAgain:${event}`]!);
}

every('35 8 * * *', async function chaseByTheClock(context: Context) {
	await chaseReaders.within(context, {});
});
