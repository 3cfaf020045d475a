import { keepNote, showReview, strikeNote } from '#areas/boards/server';
import { formAction, page } from '#server/web';

export const load = page(showReview);

const review = ({ slug, board }: { slug: string; board: number }) =>
	`/workspace/${slug}/boards/${board}/review`;
export const actions = {
	keep: formAction(keepNote, review, {
		shape: (fields) => ({
			...fields,
			reviewOn: {
				day: fields['reviewOn-day'],
				month: fields['reviewOn-month'],
				year: fields['reviewOn-year']
			}
		})
	}),
	strike: formAction(strikeNote, review)
};
