import path from 'node:path';
import { parseArgs } from 'node:util';
import { calibrate as calibrated, readReviews, type Calibration, type Refused } from '#packages/selection';
import { answer, answerInto, exit, Unusable, type Verb } from './answer.ts';
import { madeOf, readText } from './read-text.ts';

export const calibrate: Verb = {
	summary: 'Makes the scores of several reviewers comparable, with their standard errors',
	usage: 'DIR [--out FILE]',
	details: `
  DIR         a folder with scores.csv: application,reviewer,score, one review a line
  --out FILE  where the answer goes (default: standard output)

Exit code 1 when the scores cannot be made comparable: the answer says why, and gives the plain means. What is said of
reviewers is for the chair alone.`,
	async run(args) {
		const { values, positionals } = parseArgs({
			args,
			options: { out: { type: 'string' } },
			allowPositionals: true
		});
		const [folder, more] = positionals;
		if (folder === undefined || more !== undefined)
			throw new Unusable('calibrate needs one folder with scores.csv. See placard calibrate --help.');
		answerInto(values.out);
		const file = path.join(folder, 'scores.csv');
		const result = calibrated(await reviewsIn(file));
		answer(JSON.stringify(answerOf(result), null, '\t'));
		return result.isCalibrated ? exit.done : exit.no;
	}
};

async function reviewsIn(file: string) {
	const text = await readText(file, { largest: 64_000_000, sentence: 'reviews were expected' });
	return madeOf(file, () => readReviews(text));
}

function answerOf(result: Calibration | Refused): object {
	if (!result.isCalibrated)
		return { calibrated: false, because: result.because, applicant: rounded(result.applicant) };
	const { applicant, reviewerOffset, varianceOfReviewers, varianceOfErrors, discuss } = result;
	return rounded({
		calibrated: true,
		applicant,
		reviewer_offset: reviewerOffset,
		variance_of_reviewers: varianceOfReviewers,
		variance_of_errors: varianceOfErrors,
		discuss
	});
}

/** Nine decimals, in numbers at any depth: the same scores give the same bytes. */
function rounded<Value extends object>(value: Value): Value {
	return JSON.parse(
		JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(9)) : one))
	) as Value;
}
