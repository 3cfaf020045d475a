import { calibrate, whyRefused, type Review, type WhyRefused } from '#packages/selection';
import { namesOf } from '#server/identity';
import { useCase, type Context } from '#server/use-case';
import { BySlug } from '../../server/calls.ts';
import { sittingAt, visibleToPanel, type Sitting } from '../../panel/server/sitting.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import { isDone, scoreOf } from '../reviews.ts';
import { criteriaOf } from '../criteria.ts';
import { leadsTheReading } from './at-hand.ts';
import { candidatesOf } from './own.ts';
import { listIn } from './review.sql.ts';

export type CalibratedLine = {
	reference: string;
	calibrated: number | null;
	se: number | null;
	mean: number;
	reviews: number;
	/** Two who read it are further apart than chance explains: worth a talk. */
	isToDiscuss: boolean;
};
export type CalibrationView = {
	slug: string;
	programme: string;
	/** `not-yet`: the phase shows nothing of others; `own`: as long as one's own are not in. */
	is: 'not-yet' | 'own' | 'calibrated' | 'refused';
	ownLeft: number;
	lines: CalibratedLine[];
	refused: WhyRefused | null;
	/** How much higher somebody scores than the others would: for the acting chair alone. */
	offsets: { name: string; offset: number; reviews: number }[];
};

/** The acting chair: scores made comparable, or why they cannot be. Nothing as long as their own are not in. */
export const showCalibration = useCase('programmes.showCalibration', {
	input: BySlug,
	async on(context, input) {
		const sitting = await sittingAt(context, input);
		return sitting && { sitting };
	},
	may: leadsTheReading,
	async run(context, { slug }, { sitting }): Promise<CalibrationView> {
		const own = await candidatesOf(context, sitting);
		const ownLeft = own.filter(({ state }) => !isDone(state)).length;
		const none = {
			slug,
			programme: sitting.call.content.name,
			ownLeft,
			lines: [],
			refused: null,
			offsets: []
		};
		if (sitting.shown.others === 'never') return { ...none, is: 'not-yet' };
		if (sitting.shown.others === 'after-own' && ownLeft) return { ...none, is: 'own' };
		return { ...none, ...(await calibratedFor(context, sitting)) };
	}
});

async function calibratedFor(
	context: Context,
	sitting: Sitting
): Promise<Pick<CalibrationView, 'is' | 'lines' | 'refused' | 'offsets'>> {
	const { db } = context;
	const criteria = criteriaOf((await findTerms(context, sitting.call.id)).criteria);
	const rows = await listIn(db, sitting.call.id, visibleToPanel(db, sitting));
	const reviews = rows.flatMap(({ reference, seat, marks }): Review[] => {
		const score = scoreOf(criteria, marks);
		return score === null ? [] : [{ application: reference, reviewer: seat, score }];
	});
	const people = await readersOf(
		context,
		rows.map(({ seat, person }) => ({ seat, person }))
	);
	const result = calibrate(reviews);
	const discussed = new Set(result.isCalibrated ? result.discuss.map(({ application }) => application) : []);
	const lines = Object.keys(result.applicant).map((reference): CalibratedLine => {
		const one = result.isCalibrated ? result.applicant[reference]! : null;
		const { mean, reviews: count } = result.applicant[reference]!;
		return {
			reference,
			calibrated: one?.calibrated ?? null,
			se: one?.se ?? null,
			mean,
			reviews: count,
			isToDiscuss: discussed.has(reference)
		};
	});
	lines.sort((one, other) => (other.calibrated ?? other.mean) - (one.calibrated ?? one.mean));
	if (!result.isCalibrated)
		return { is: 'refused', lines, refused: named(whyRefused(reviews)!, people), offsets: [] };
	const offsets = Object.entries(result.reviewerOffset).map(([seat, offset]) => ({
		name: people.get(seat) ?? '',
		offset,
		reviews: reviews.filter(({ reviewer }) => reviewer === seat).length
	}));
	return { is: 'calibrated', lines, refused: null, offsets };
}

async function readersOf(context: Context, rows: readonly { seat: string; person: string }[]) {
	const names = await namesOf(
		context,
		rows.map(({ person }) => person)
	);
	return new Map(rows.map(({ seat, person }) => [seat, names.get(person) ?? '']));
}

function named(refused: WhyRefused, people: ReadonlyMap<string, string>): WhyRefused {
	const name = (seat: string) => people.get(seat) ?? '';
	if (refused.why === 'few') return { why: 'few', reviewers: refused.reviewers.map(name) };
	if (refused.why === 'circles')
		return { why: 'circles', circles: refused.circles.map((circle) => circle.map(name)) };
	return refused;
}
